package org.shiriki.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses the gateway may call on somebody's word: those of the open internet, and none of
/// its own network, where a caller from inside is trusted.
///
/// @param everywhere whether all may be called, as in development
public record Outside(boolean everywhere) {
  /// What IANA lists as not globally reachable, the ways from IPv6 back into IPv4, and multicast.
  private static final List<IpSubnetFilterRule> INSIDE =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(Outside::subnet)
          .toList();

  /// Whether an address may be called.
  public boolean allows(InetAddress address) {
    var place = new InetSocketAddress(address, 0);
    return everywhere || INSIDE.stream().noneMatch(subnet -> subnet.matches(place));
  }

  private static IpSubnetFilterRule subnet(String text) {
    var parts = text.split("/", -1);
    return new IpSubnetFilterRule(parts[0], Integer.parseInt(parts[1]), IpFilterRuleType.REJECT);
  }
}
