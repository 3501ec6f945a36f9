/**
 * How one REST call is made: credentials, encoding, the envelope around every answer,
 * typed errors. What can be called stands in the packages below.
 */
@NullMarked
package io.github.crispspring.client;

import org.jspecify.annotations.NullMarked;
