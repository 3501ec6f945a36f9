/**
 * What the realtime connection makes of a server that misbehaves for a long time.
 */
@NullMarked
package io.github.crispspring.benchmarks.rtm;

import org.jspecify.annotations.NullMarked;
