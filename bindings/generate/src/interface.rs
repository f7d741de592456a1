//! What an app can see of a library, a line an item. The order of fields and parameters is part of it: they can be given by place.

use std::collections::BTreeSet;

use uniffi_bindgen::macro_metadata::extract_from_library;
use uniffi_meta::{
    DefaultValueMetadata, EnumShape, FieldMetadata, FnParamMetadata, LiteralMetadata, Metadata,
    Type,
};

fn items(library: &str) -> Result<Vec<Metadata>, String> {
    extract_from_library(library.into()).map_err(|error| format!("{library}: {error}"))
}

/// Every item, sorted; one without a doc comment is said to be so.
pub fn lines(library: &str) -> Result<Vec<String>, String> {
    let mut lines = BTreeSet::new();
    for item in items(library)? {
        for (line, doc) in described(&item) {
            if doc.is_none() {
                lines.insert(format!("without a doc comment: {line}"));
            }
            lines.insert(line);
        }
    }
    Ok(lines.into_iter().collect())
}

/// The first line of every doc comment, or of those alone that are about no field.
pub fn docs(library: &str, fields: bool) -> Result<Vec<String>, String> {
    let items = items(library)?;
    let is_field = |line: &str| line.starts_with("record ") && line.split(' ').count() > 2;
    let wanted = |(line, doc): (String, Option<String>)| doc.filter(|_| fields || !is_field(&line));
    let docs = items.iter().flat_map(described).filter_map(wanted);
    let first = |doc: String| doc.lines().next().unwrap_or_default().trim().to_owned();
    Ok(docs.map(first).collect::<BTreeSet<String>>().into_iter().collect())
}

/// The doc comment of every field, by its place (`Record.field`, `Enum.Case.field`), as lines of JSON strings: for Python, whose
/// generated code has room for docs of classes and functions alone.
pub fn fields(library: &str) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    let mut field = |place: &str, it: &FieldMetadata| {
        let doc = it.docstring.as_deref().unwrap_or_default();
        lines.push(format!("[{:?}, {}]", format!("{place}.{}", it.name), quoted(doc)));
    };
    for item in items(library)? {
        match item {
            Metadata::Record(it) => it.fields.iter().for_each(|one| field(&it.name, one)),
            Metadata::Enum(it) => it.variants.iter().for_each(|variant| {
                let place = format!("{}.{}", it.name, variant.name);
                variant.fields.iter().for_each(|one| field(&place, one));
            }),
            _ => {}
        }
    }
    lines.sort();
    Ok(lines)
}

/// A string of JSON.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}

/// The lines of an item, each with its doc comment.
fn described(item: &Metadata) -> Vec<(String, Option<String>)> {
    match item {
        Metadata::Namespace(_) | Metadata::UdlFile(_) => Vec::new(),
        // What uniffi makes of a trait that the app implements has no item of its own.
        Metadata::UniffiTrait(_) | Metadata::ObjectTraitImpl(_) => Vec::new(),
        Metadata::Func(it) => {
            let call = call(&it.inputs, it.return_type.as_ref(), it.throws.as_ref());
            vec![(format!("fn {}{call}", it.name), it.docstring.clone())]
        }
        Metadata::Constructor(it) => {
            let call = call(&it.inputs, None, it.throws.as_ref());
            vec![(format!("object {}.new {}{call}", it.self_name, it.name), it.docstring.clone())]
        }
        Metadata::Method(it) => {
            let call = call(&it.inputs, it.return_type.as_ref(), it.throws.as_ref());
            vec![(format!("object {}.{}{call}", it.self_name, it.name), it.docstring.clone())]
        }
        Metadata::TraitMethod(it) => {
            let call = call(&it.inputs, it.return_type.as_ref(), it.throws.as_ref());
            vec![(format!("trait {}.{}{call}", it.trait_name, it.name), it.docstring.clone())]
        }
        Metadata::Object(it) => {
            let kind = if it.imp.is_trait_interface() { "trait" } else { "object" };
            vec![(format!("{kind} {}", it.name), it.docstring.clone())]
        }
        Metadata::CallbackInterface(it) => {
            vec![(format!("trait {}", it.name), it.docstring.clone())]
        }
        Metadata::CustomType(it) => {
            vec![(format!("type {} = {}", it.name, name(&it.builtin)), it.docstring.clone())]
        }
        Metadata::Record(it) => {
            let head = (format!("record {}", it.name), it.docstring.clone());
            let place = |(n, one): (usize, &FieldMetadata)| {
                (format!("record {} {n:02} {}", it.name, field(one)), one.docstring.clone())
            };
            std::iter::once(head).chain(it.fields.iter().enumerate().map(place)).collect()
        }
        Metadata::Enum(it) => {
            let kind = if it.shape == EnumShape::Enum { "enum" } else { "error" };
            let mut lines = vec![(format!("{kind} {}", it.name), it.docstring.clone())];
            for variant in &it.variants {
                let fields: Vec<String> = variant.fields.iter().map(field).collect();
                let fields = fields.join(", ");
                let line = format!("{kind} {}.{}({fields})", it.name, variant.name);
                let documented = variant.fields.iter().all(|one| one.docstring.is_some());
                lines.push((line, variant.docstring.clone().filter(|_| documented)));
            }
            lines
        }
    }
}

fn call(inputs: &[FnParamMetadata], gives: Option<&Type>, throws: Option<&Type>) -> String {
    let one = |it: &FnParamMetadata| {
        format!("{}: {}{}", it.name, name(&it.ty), default(it.default.as_ref()))
    };
    let inputs: Vec<String> = inputs.iter().map(one).collect();
    let gives = gives.map(|gives| format!(" -> {}", name(gives))).unwrap_or_default();
    let throws = throws.map(|throws| format!(" throws {}", name(throws))).unwrap_or_default();
    format!("({}){gives}{throws}", inputs.join(", "))
}

fn field(it: &FieldMetadata) -> String {
    format!("{}: {}{}", it.name, name(&it.ty), default(it.default.as_ref()))
}

fn default(default: Option<&DefaultValueMetadata>) -> String {
    match default {
        None => String::new(),
        Some(DefaultValueMetadata::Default) => " = default".to_owned(),
        Some(DefaultValueMetadata::Literal(literal)) => format!(" = {}", value(literal)),
    }
}

fn value(literal: &LiteralMetadata) -> String {
    match literal {
        LiteralMetadata::None => "none".to_owned(),
        LiteralMetadata::Boolean(value) => value.to_string(),
        LiteralMetadata::String(value) => format!("{value:?}"),
        LiteralMetadata::EmptySequence | LiteralMetadata::EmptySet => "[]".to_owned(),
        LiteralMetadata::EmptyMap => "{}".to_owned(),
        other => format!("{other:?}"),
    }
}

fn name(of: &Type) -> String {
    match of {
        Type::Optional { inner_type } => format!("{}?", name(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", name(inner_type)),
        Type::Set { inner_type } => format!("set of {}", name(inner_type)),
        Type::Map { key_type, value_type } => {
            format!("map of {} to {}", name(key_type), name(value_type))
        }
        Type::Box { inner_type } => name(inner_type),
        Type::Record { name, .. }
        | Type::Enum { name, .. }
        | Type::Object { name, .. }
        | Type::CallbackInterface { name, .. }
        | Type::Custom { name, .. } => name.clone(),
        plain => format!("{plain:?}").to_lowercase(),
    }
}
