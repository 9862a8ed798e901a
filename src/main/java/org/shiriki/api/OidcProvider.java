package org.shiriki.api;

import java.net.URI;

/// Another house that looks at our staff's passwords (OpenID Connect Core 1.0).
///
/// @param issuer where it is, as it names itself
/// @param secret what it knows us by
/// @param redirect where it sends people back to: our own address, ending in
///   `/console/sign-in/oidc/callback`
public record OidcProvider(URI issuer, String client, String secret, URI redirect) {
  @Override
  public String toString() {
    return "OidcProvider[" + issuer + ']';
  }
}
