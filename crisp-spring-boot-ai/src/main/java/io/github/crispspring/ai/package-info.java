/**
 * Crisp as tools, chat memory and documents for Spring AI.
 */
@NullMarked
package io.github.crispspring.ai;

import org.jspecify.annotations.NullMarked;
