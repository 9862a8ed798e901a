package org.shiriki.broadcast;

import java.time.Instant;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Purpose;

/// What somebody wants many people to be told.
///
/// @param text `{ward}` in it becomes the name of the person's ward, `{jina}` or `{name}` what they
///   want to be called; a language that is not written to may be empty
/// @param startsAt not before; what is past means as soon as it is approved
/// @param reason why it is an emergency; empty for all else
/// @param speaker whose words a political text is; empty for all else
public record Draft(
    Purpose purpose,
    Text text,
    Audience audience,
    Instant startsAt,
    String reason,
    String speaker) {}
