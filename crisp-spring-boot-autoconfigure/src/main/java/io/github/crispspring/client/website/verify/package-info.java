/**
 * The verification of identities: its client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.verify;

import org.jspecify.annotations.NullMarked;
