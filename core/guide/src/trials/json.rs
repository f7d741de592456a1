//! Fields of a record that may be of any type: what is not as expected is unknown, never an error.
//!
//! One wrong field of one record must not cost the person a file of thousands. Only what is not JSON at all stops the reading.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What a field makes of each type of JSON; unknown unless it says otherwise.
trait Field<'de>: Default {
    fn text<E: Error>(_: &str) -> Result<Self, E> {
        Ok(Self::default())
    }
    fn number(_: f64) -> Self {
        Self::default()
    }
    fn flag(_: bool) -> Self {
        Self::default()
    }
    fn list<A: SeqAccess<'de>>(mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self::default())
    }
    fn object<A: MapAccess<'de>>(mut fields: A) -> Result<Self, A::Error> {
        while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Self::default())
    }
}

struct AnyType<F>(PhantomData<F>);

fn any<'de, F: Field<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<F, D::Error> {
    deserializer.deserialize_any(AnyType(PhantomData))
}

impl<'de, F: Field<'de>> Visitor<'de> for AnyType<F> {
    type Value = F;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON")
    }
    fn visit_unit<E: Error>(self) -> Result<F, E> {
        Ok(F::default())
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<F, E> {
        Ok(F::flag(value))
    }
    #[allow(clippy::cast_precision_loss)] // degrees and years are far below 2^53
    fn visit_i64<E: Error>(self, value: i64) -> Result<F, E> {
        Ok(F::number(value as f64))
    }
    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E: Error>(self, value: u64) -> Result<F, E> {
        Ok(F::number(value as f64))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<F, E> {
        Ok(F::number(value))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<F, E> {
        F::text(value)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<F, A::Error> {
        F::list(items)
    }
    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<F, A::Error> {
        F::object(fields)
    }
}

/// A string.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Text(Option<String>);

impl Field<'_> for Text {
    fn text<E: Error>(value: &str) -> Result<Self, E> {
        Ok(Self(Some(value.to_owned())))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        any(deserializer)
    }
}

impl Text {
    /// The string as written.
    pub fn get(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// A number.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Number(pub Option<f64>);

impl Field<'_> for Number {
    fn number(value: f64) -> Self {
        Self(Some(value))
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        any(deserializer)
    }
}

/// True or false.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Flag(pub Option<bool>);

impl Field<'_> for Flag {
    fn flag(value: bool) -> Self {
        Self(Some(value))
    }
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        any(deserializer)
    }
}

/// An object with these fields; all of them unknown when it is something else.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de> + Default> Field<'de> for Object<T> {
    fn object<A: MapAccess<'de>>(fields: A) -> Result<Self, A::Error> {
        T::deserialize(MapAccessDeserializer::new(fields)).map(Self)
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        any(deserializer)
    }
}

impl<T> Deref for Object<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// A list; one string or object alone is a list of one.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Field<'de> for List<T> {
    fn text<E: Error>(value: &str) -> Result<Self, E> {
        T::deserialize(StrDeserializer::new(value)).map(|item| Self(vec![item]))
    }
    fn list<A: SeqAccess<'de>>(mut items: A) -> Result<Self, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Self(all))
    }
    fn object<A: MapAccess<'de>>(fields: A) -> Result<Self, A::Error> {
        T::deserialize(MapAccessDeserializer::new(fields)).map(|item| Self(vec![item]))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        any(deserializer)
    }
}

impl<T> Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, serde::Deserialize)]
    #[serde(default)]
    struct Place {
        city: Text,
        lat: Number,
        open: Flag,
        streets: List<Text>,
        inner: Object<Inner>,
    }

    #[derive(Debug, Default, PartialEq, serde::Deserialize)]
    #[serde(default)]
    struct Inner {
        name: Text,
    }

    fn place(json: &str) -> Object<Place> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn fields_of_the_expected_type_are_read() {
        let read = place(
            r#"{"city":"Nice","lat":-43,"open":true,"streets":["a","b"],"inner":{"name":"n"},"more":[{}]}"#,
        );
        assert_eq!(read.city.get(), Some("Nice"));
        assert_eq!(read.lat.0, Some(-43.0));
        assert_eq!(read.open.0, Some(true));
        assert_eq!(read.streets.len(), 2);
        assert_eq!(read.inner.name.get(), Some("n"));
    }

    #[test]
    fn a_field_of_any_other_type_is_unknown_and_the_next_one_is_still_read() {
        for odd in
            ["null", "true", "1", "1.5", "-1", r#""x""#, "[]", "[[1],{}]", "{}", r#"{"a":[1]}"#]
        {
            for field in ["city", "lat", "open", "streets", "inner"] {
                let read = place(&format!(r#"{{"{field}":{odd},"city2":1,"last":{odd}}}"#));
                if field != "city" {
                    assert_eq!(read.city, Text::default(), "{field} {odd}");
                }
            }
            let _ = place(odd);
        }
    }

    #[test]
    fn one_alone_is_a_list_of_one() {
        assert_eq!(place(r#"{"streets":"a"}"#).streets.len(), 1);
        let list: List<Object<Inner>> = serde_json::from_str(r#"{"name":"n"}"#).unwrap();
        assert_eq!(list.first().and_then(|inner| inner.name.get()), Some("n"));
        let list: List<Object<Inner>> = serde_json::from_str(r#"["$mdr#",{"name":"n"}]"#).unwrap();
        assert_eq!(list.iter().filter_map(|inner| inner.name.get()).collect::<Vec<_>>(), ["n"]);
    }
}
