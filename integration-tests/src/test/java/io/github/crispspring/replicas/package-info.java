/**
 * Several instances of an application, each a process of its own, that may be killed.
 */
@NullMarked
package io.github.crispspring.replicas;

import org.jspecify.annotations.NullMarked;
