package org.shiriki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTest {
  private static final Outside OUTSIDE = new Outside(false);

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "41.90.64.1", "172.15.255.255", "172.32.0.1", "2c0f:fe38::1"})
  void the_open_internet_may_be_called(String address) throws UnknownHostException {
    assertThat(OUTSIDE.allows(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.0.0.5",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "ff02::1"
      })
  void the_houses_own_network_may_not(String address) throws UnknownHostException {
    var inside = InetAddress.getByName(address);

    assertThat(OUTSIDE.allows(inside)).isFalse();
    assertThat(new Outside(true).allows(inside)).isTrue();
  }
}
