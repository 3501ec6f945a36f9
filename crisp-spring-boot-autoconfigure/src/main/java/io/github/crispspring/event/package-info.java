/**
 * Events sent by Crisp, one record for each, and their JSON format.
 */
@NullMarked
package io.github.crispspring.event;

import org.jspecify.annotations.NullMarked;
