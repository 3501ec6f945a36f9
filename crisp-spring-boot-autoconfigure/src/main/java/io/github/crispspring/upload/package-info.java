/**
 * Upload of files to Crisp's storage.
 */
@NullMarked
package io.github.crispspring.upload;

import org.jspecify.annotations.NullMarked;
