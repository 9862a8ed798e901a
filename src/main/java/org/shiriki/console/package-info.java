/// The door of staff's browsers: `/console`.
///
/// *What.* Layout, sign-in, navigation, languages, forms and live news for the pages that feature
/// rooms bring ([Pages]). A page is a path, a right and a template (JTE, `src/main/jte`); what it
/// shows it asks of the contract ([Look#ask]), and what a person does on it is an operation of the
/// contract ([Form], `POST /console/do/<operation>`).
///
/// *Why so.* The console is the first client of the API: rights, rules, validation, versions,
/// idempotency and audit are those of the contract, and there is no second way to anything. A form
/// takes its kinds of fields, lengths and choices from the contract's schema, so that page and
/// contract cannot drift apart. Every form works without a script; htmx only saves waiting.
///
/// *Not here.* Any feature's page (each room's `…Pages`), any rule, any SQL.
@org.jspecify.annotations.NullMarked
package org.shiriki.console;
