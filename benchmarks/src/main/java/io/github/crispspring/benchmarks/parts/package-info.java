/**
 * What the parts cost by which an event comes to its listeners; for JMH.
 */
@NullMarked
package io.github.crispspring.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
