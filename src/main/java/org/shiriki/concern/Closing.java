package org.shiriki.concern;

/// A concern that an office has closed, on which somebody's word is still awaited.
///
/// @param category the category's id
/// @param event which change of status closed it, counted from the filing
/// @param status how it was closed
public record Closing(Reference reference, String category, int event, Status status) {}
