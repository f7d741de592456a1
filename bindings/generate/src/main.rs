//! uniffi's generator, of the version the library is built with: `vigie-generate generate LIBRARY --language kotlin --out-dir DIR`.

fn main() {
    uniffi::uniffi_bindgen_main();
}
