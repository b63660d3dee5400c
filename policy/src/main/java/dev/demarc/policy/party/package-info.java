/// Who the companies are: entities, ownership, designations, list editions and claims, and what
/// follows from them for a rule of law.
@NullMarked
package dev.demarc.policy.party;

import org.jspecify.annotations.NullMarked;
