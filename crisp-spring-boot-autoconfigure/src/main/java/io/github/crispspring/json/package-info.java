/**
 * Mapper for Crisp's JSON, independent of the application's mapper.
 */
@NullMarked
package io.github.crispspring.json;

import org.jspecify.annotations.NullMarked;
