package org.shiriki.sms;

import java.math.BigDecimal;

/// What is left at the carrier to send SMS with.
public sealed interface Credit {
  /// So many shillings; fewer than none if we owe some.
  record Shillings(BigDecimal ksh) implements Credit {}

  /// The account is kept in other money, which our prices cannot be held against.
  ///
  /// @param currency its three letters, such as `USD`
  record OtherMoney(String currency, BigDecimal amount) implements Credit {}

  /// The carrier does not say, or not now.
  record Untold() implements Credit {}
}
