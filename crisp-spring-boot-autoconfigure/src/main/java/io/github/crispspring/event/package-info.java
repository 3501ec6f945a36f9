/**
 * What can happen: one record for each event of Crisp, and how its JSON becomes one.
 */
@NullMarked
package io.github.crispspring.event;

import org.jspecify.annotations.NullMarked;
