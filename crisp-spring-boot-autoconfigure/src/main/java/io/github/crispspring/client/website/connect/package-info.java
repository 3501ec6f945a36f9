/**
 * RTM endpoints of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.connect;

import org.jspecify.annotations.NullMarked;
