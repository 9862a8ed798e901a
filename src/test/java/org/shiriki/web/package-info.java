/// Tests of the HTTP plumbing.
@org.jspecify.annotations.NullMarked
package org.shiriki.web;
