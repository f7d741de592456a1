//! `vigie attach`, `vigie attachments`: photos and papers kept with a day, encrypted like everything else.

use serde_json::json;
use vigie_journal::{AttachmentId, Label};

use crate::args::{Attach, Attachments};
use crate::exit::Failure;
use crate::files;
use crate::session::Session;

pub fn attach(session: &Session, args: Attach) -> Result<(), Failure> {
    let file = files::open(&args.attachment)?;
    let name = args.attachment.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = Label::new("name", &name)?;
    let journal = session.open()?;
    let day = args.date.unwrap_or(journal.now().day());
    let id = journal.attach(day, name, file)?;
    if session.common.json {
        println!("{}", json!({ "id": id.to_string() }));
    } else {
        println!(
            "{}",
            session.words.with("attach-done", &[("day", session.words.day(day).into())])
        );
    }
    Ok(())
}

pub fn list(session: &Session, args: Attachments) -> Result<(), Failure> {
    let journal = session.open()?;
    if let (Some(id), Some(path)) = (&args.id, &args.to) {
        if files::inside(path, &session.dir()) {
            return Err(Failure::IntoJournal);
        }
        let id: AttachmentId = id.parse()?;
        files::write_new(path, |writer| Ok(journal.attachment(id, writer)?))?;
        let path = path.display().to_string();
        if session.common.json {
            println!("{}", json!({ "file": path }));
        } else {
            println!("{}", session.words.with("attach-written", &[("path", path.into())]));
        }
        return Ok(());
    }
    let attachments = journal.attachments()?;
    if attachments.is_empty() && !session.common.json {
        println!("{}", session.words.text("attach-none"));
    }
    for (id, attachment) in attachments {
        let (id, name, bytes) = (id.to_string(), attachment.name.as_str(), attachment.bytes);
        if session.common.json {
            println!(
                "{}",
                json!({ "id": id, "date": attachment.day, "name": name, "bytes": bytes })
            );
        } else {
            let size = session.words.with(
                "attach-size",
                &[("kib", i64::try_from(bytes.div_ceil(1024)).unwrap_or(i64::MAX).into())],
            );
            println!("{}  {name}  {size}  {id}", session.words.day(attachment.day));
        }
    }
    Ok(())
}
