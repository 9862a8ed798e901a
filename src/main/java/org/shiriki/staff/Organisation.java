package org.shiriki.staff;

/// An organisation that staff act for.
///
/// @param id stable, `secretariat`
/// @param member whether it is a member organisation of civil society; else it is the secretariat
///   or a county's department
public record Organisation(String id, String name, boolean member, long version) {}
