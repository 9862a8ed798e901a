/// What: the directory as its file has it, as PostgreSQL keeps it, and as staff change it.
@org.jspecify.annotations.NullMarked
package org.shiriki.office;
