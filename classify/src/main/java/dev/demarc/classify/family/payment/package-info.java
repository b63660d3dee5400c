/// Families of cards, accounts, wallets and records of payments.
@NullMarked
package dev.demarc.classify.family.payment;

import org.jspecify.annotations.NullMarked;
