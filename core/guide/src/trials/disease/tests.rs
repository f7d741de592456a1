//! The same disease is found by any of its names, another never.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use std::collections::BTreeSet;

use super::*;
use crate::trials::fold::tokens;

fn found(text: &str, reading: Reading) -> Vec<&'static str> {
    named(&tokens(text), reading).diseases.into_iter().map(Disease::code).collect()
}

fn label(text: &str) -> Vec<&'static str> {
    found(text, Reading::Label)
}

fn sentence(text: &str) -> Vec<&'static str> {
    found(text, Reading::Sentence)
}

#[test]
fn french_and_english_names_are_the_same_disease() {
    for (code, names) in [
        (
            "breast",
            "cancer du sein;Breast Cancer;Breast Neoplasms;carcinome mammaire;Locally advanced or metastatic breast cancer",
        ),
        (
            "nsclc",
            "CBNPC;NSCLC;Carcinoma, Non-Small-Cell Lung;cancer du poumon non à petites cellules;Nonsmall cell lung cancer, Stage IIIB;cancer bronchique non‐à petites cellules;Non-Small-Cell Lung;CBNPC Cancer",
        ),
        (
            "sclc",
            "SCLC;Small Cell Lung Carcinoma;cancer du poumon à petites cellules;cancer bronchique étendu à petites cellules;Extensive-stage Small-cell Lung Cancer;CBPC",
        ),
        (
            "lung",
            "Lung Cancer;Neoplasms, Lung;cancer broncho-pulmonaire;Malignant Neoplasm of Lung;Metastatic Cancer Lung",
        ),
        (
            "colorectal",
            "cancer colorectal;Colorectal Neoplasms;CRC;Metastatic colorectal cancer (mCRC)",
        ),
        ("colon", "Cancer du côlon;Neoplasms, Colon;Colonic neoplasms;Colon adenocarcinoma"),
        ("rectum", "cancer du rectum;Rectal Adenocarcinoma"),
        (
            "prostate",
            "cancer de la prostate;Prostatic Neoplasms;mCRPC;Metastatic Castration-Resistant Prostate Cancer",
        ),
        ("pancreas", "cancer du pancréas;Pancreatic Ductal Adenocarcinoma;PDAC"),
        (
            "ovary",
            "cancer de l’ovaire;High Grade Serous Adenocarcinoma of Ovary;Ovarian Neoplasms;Fallopian Tube Cancer",
        ),
        ("melanoma", "mélanome;Cutaneous Melanoma;Melanoma (Skin Cancer)"),
        ("kidney", "cancer du rein;Renal Cell Carcinoma;Carcinoma, Renal Cell;ccRCC"),
        (
            "urothelium",
            "cancer de la vessie;Urothelial Carcinoma;Urinary Bladder Neoplasms;Renal Pelvis Carcinoma",
        ),
        ("liver", "cancer du foie;Hepatocellular Carcinoma;HCC;carcinome hépatocellulaire"),
        ("stomach", "cancer de l’estomac;Gastric Adenocarcinoma;Stomach Neoplasms"),
        (
            "oesophagus",
            "cancer de l’œsophage;Esophageal Squamous Cell Carcinoma;Oesophageal cancer",
        ),
        ("glioblastoma", "glioblastome;Glioblastoma Multiforme;GBM"),
        ("brain", "tumeur cérébrale;Brain Neoplasms;CNS tumors"),
        (
            "head-neck",
            "cancer ORL;Squamous Cell Carcinoma of the Head and Neck;cancer de la tête et du cou;HNSCC",
        ),
        ("thyroid", "cancer de la thyroïde;Anaplastic Thyroid Carcinomas"),
        ("cervix", "cancer du col de l’utérus;Cervical Cancer;Uterine Cervical Neoplasms"),
        ("endometrium", "cancer de l’endomètre;Endometrial Neoplasms"),
        ("mesothelioma", "mésothéliome;Peritoneal Mesothelioma"),
        ("biliary", "Gall Bladder Cancer;cancer des voies biliaires;Biliary Tract Neoplasms"),
        ("myeloma", "myélome multiple;Relapsed Refractory Multiple Myeloma (RRMM)"),
        ("hodgkin", "lymphome de Hodgkin;Classical Hodgkin Lymphoma"),
        ("non-hodgkin", "lymphome non hodgkinien;Non-Hodgkin Lymphoma"),
        ("dlbcl", "DLBCL;Diffuse Large B Cell Lymphoma;lymphome diffus à grandes cellules B"),
        (
            "cll",
            "leucémie lymphoïde chronique;Leukemia, Lymphocytic, Chronic, B-Cell;CLL;Small Lymphocytic Lymphoma",
        ),
        ("solid", "tumeurs solides;Advanced Solid Tumours;Solid Tumor, Adult"),
    ] {
        for name in names.split(';') {
            assert_eq!(label(name), [code], "{name}");
        }
    }
}

#[test]
fn small_cells_are_not_non_small_cells() {
    assert_eq!(found("poumon à petites cellules", Reading::Wish), ["sclc"]);
    assert_eq!(found("poumon non à petites cellules", Reading::Wish), ["nsclc"]);
    let (sclc, nsclc, lung) = (of("sclc"), of("nsclc"), of("lung"));
    assert!(!sclc.is_kind_of(nsclc) && !nsclc.is_kind_of(sclc));
    assert!(sclc.is_kind_of(lung) && nsclc.is_kind_of(lung) && !lung.is_kind_of(sclc));
    assert_eq!(label("Small Cell Bladder Cancer"), ["urothelium"]);
}

fn of(code: &str) -> Disease {
    Disease::of(code).expect(code)
}

#[test]
fn a_place_alone_is_a_disease_only_where_a_person_wishes() {
    assert_eq!(found("sein", Reading::Wish), ["breast"]);
    assert_eq!(label("Breast Diseases"), [""; 0]);
    assert_eq!(sentence("Au sein de l’essai, la tumeur est suivie"), [""; 0]);
    assert_eq!(sentence("Lung function in people with asthma"), [""; 0]);
    assert_eq!(sentence("Lung function after breast cancer"), ["breast"]);
    assert_eq!(sentence("Breast cancer and lung function"), ["breast"]);
    assert_eq!(sentence("Prostate specific antigen in the cancer clinic"), [""; 0]);
}

#[test]
fn several_places_share_one_word_for_cancer() {
    assert_eq!(
        sentence("Trial in lung, kidney and bladder cancers"),
        ["lung", "urothelium", "kidney"]
    );
    assert_eq!(sentence("Cancers du sein et de l’ovaire"), ["breast", "ovary"]);
    assert_eq!(
        sentence("Advanced Gastrointestinal, Biliary Tract, and Pancreatic Cancers"),
        ["pancreas", "biliary"]
    );
}

#[test]
fn where_it_spread_to_is_not_what_it_is() {
    assert_eq!(label("Brain Metastases"), [""; 0]);
    assert_eq!(label("Colon Cancer Liver Metastasis"), ["colon"]);
    assert_eq!(sentence("Liver metastases of breast cancer"), ["breast"]);
    assert_eq!(found("métastases cérébrales d’un cancer du sein", Reading::Wish), ["breast"]);
}

#[test]
fn what_is_left_out_is_not_named() {
    assert_eq!(label("Solid tumors other than breast or lung cancer"), ["solid"]);
    assert_eq!(sentence("Tumeurs solides sauf mélanome"), ["solid"]);
}

#[test]
fn cancer_without_a_word_for_which_is_some_cancer() {
    for text in [
        "Cancer",
        "Neoplasms",
        "Advanced Malignancies",
        "Neoplasms by Site",
        "Metastatic Cancer",
        "Oncologie/cancérologie",
        "Brain and urachal",
    ] {
        let is = named(&tokens(text), Reading::Label).some_cancer.is_some();
        assert_eq!(is, text != "Brain and urachal", "{text}");
    }
    assert!(
        named(&tokens("Fatigue in people with cancer"), Reading::Sentence).some_cancer.is_some()
    );
    assert!(named(&tokens("Carcinoma of the urachus"), Reading::Sentence).some_cancer.is_none());
    assert!(named(&tokens("Diabetes"), Reading::Sentence).some_cancer.is_none());
}

#[test]
fn every_parent_stands_before_its_kinds_so_that_nothing_is_a_kind_of_itself() {
    for disease in Disease::all() {
        assert!(!disease.is_kind_of(disease), "{}", disease.code());
        assert_eq!(Disease::of(disease.code()), Some(disease), "{} stands twice", disease.code());
        assert!(
            disease.code() == "cancer" || disease.is_kind_of(of("cancer")),
            "{}",
            disease.code()
        );
    }
}

#[test]
fn receptors_are_read_with_their_sign() {
    let read = |text: &str| traits(&tokens(text));
    let set = |list: &[Trait]| list.iter().copied().collect::<BTreeSet<_>>();
    assert_eq!(read("HER2+ Breast Cancer"), set(&[Trait::Her2Positive]));
    assert_eq!(
        read("HR+/HER2- breast cancer"),
        set(&[Trait::HormonePositive, Trait::Her2Negative])
    );
    assert_eq!(read("ER/PR(+), Her2(-)"), set(&[Trait::HormonePositive, Trait::Her2Negative]));
    assert_eq!(read("cancer du sein triple négatif"), set(&[Trait::TripleNegative]));
    assert_eq!(read("Non-squamous NSCLC"), set(&[Trait::NonSquamous]));
    assert_eq!(read("HER2"), set(&[]));
}

#[test]
fn what_is_denied_is_read_as_its_contrary_or_not_at_all() {
    let read = |text: &str| Vec::from_iter(traits(&tokens(text)));
    for (text, one) in [
        ("CBNPC sans mutation de l’EGFR", Trait::EgfrWild),
        ("no EGFR mutation", Trait::EgfrWild),
        ("EGFR negative", Trait::EgfrWild),
        ("EGFR mutation negative", Trait::EgfrWild),
        ("NSCLC Without Activating EGFR Mutation", Trait::EgfrWild),
        ("EGFR non muté", Trait::EgfrWild),
        ("non MSI", Trait::MicrosatelliteStable),
        ("MSI négatif", Trait::MicrosatelliteStable),
        ("MSI-L", Trait::MicrosatelliteStable),
        ("MSI-H", Trait::MicrosatelliteUnstable),
        ("cancer du sein non hormonodépendant", Trait::HormoneNegative),
        ("Non-Small Cell, EGFR mutated", Trait::EgfrMutated),
        ("EGFR muté, l’essai", Trait::EgfrMutated),
        ("CPRCm", Trait::CastrationResistant),
        ("CPHS", Trait::CastrationSensitive),
    ] {
        assert_eq!(read(text), [one], "{text}");
    }
    for text in ["non triple négatif", "with or without EGFR mutation", "regardless of HER2+"] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn words_that_people_and_letters_use_name_their_disease() {
    for (phrases, codes) in [
        ("CPRC;CPRCm;CPHS;CPHSm", &["prostate"][..]),
        ("LAM;LMA;leucémie myéloïde aiguë", &["aml"]),
        ("LAL", &["acute-lymphoblastic"]),
        ("SMD", &["mds"]),
        ("LMMC", &["mds", "mpn"]),
        ("thrombocythémie essentielle;polyglobulie;Polycythemia Vera", &["mpn"]),
        ("TNE", &["neuroendocrine"]),
        ("CCR", &["colorectal", "kidney"]),
        ("cancer du gros intestin", &["colorectal"]),
        ("cancer de l’intestin", &["colorectal", "small-bowel"]),
        ("CPC", &["sclc"]),
        ("cancer des bronches", &["lung"]),
        ("cancer du sigmoïde;sigmoid colon cancer;cancer du caecum", &["colon"]),
        ("cancer du rectosigmoïde", &["colon", "rectum"]),
        ("cancer de l’uretère;tumeur des voies excrétrices;tumeur du bassinet", &["urothelium"]),
        ("carcinome hépato-cellulaire;hepatoma", &["liver"]),
        ("carcinome baso-cellulaire;carcinome spinocellulaire", &["keratinocyte"]),
        ("cancer de la trompe", &["ovary"]),
        ("cancer du péritoine", &["mesothelioma", "ovary"]),
        ("tumeur de Klatskin;cancer du cholédoque", &["biliary"]),
        ("cancer de l’amygdale;cancer des cordes vocales;Tonsil Cancer", &["throat"]),
        ("cancer du plancher buccal;cancer de la lèvre", &["mouth"]),
        ("angiosarcome;fibrosarcome;synovialosarcome", &["sarcoma"]),
        ("plasmocytome", &["myeloma"]),
        ("mycosis fongoïde;Mycosis Fungoides;syndrome de Sézary", &["non-hodgkin"]),
        ("carcinome canalaire in situ;DCIS;Ductal Carcinoma in Situ", &["breast"]),
        ("cancer d’origine inconnue;Carcinoma of Unknown Primary", &["unknown-primary"]),
    ] {
        for phrase in phrases.split(';') {
            assert_eq!(found(phrase, Reading::Wish), codes, "{phrase}");
        }
    }
    assert!(of("cervix").is_kind_of(of("uterus")) && of("cervix").is_kind_of(of("gynaecological")));
}

#[test]
fn contraries_are_contrary_both_ways() {
    assert!(Trait::TripleNegative.is_contrary_to(Trait::Her2Positive));
    assert!(Trait::Her2Positive.is_contrary_to(Trait::TripleNegative));
    assert!(!Trait::Her2Positive.is_contrary_to(Trait::HormonePositive));
    assert!(Trait::TripleNegative.implies(Trait::Her2Negative));
}

#[test]
fn a_tumour_without_a_word_for_which_is_no_blood_cancer() {
    let some = |text: &str| named(&tokens(text), Reading::Label).some_cancer.map(Disease::code);
    assert_eq!(some("Localized Resectable Tumor"), Some("solid"));
    assert_eq!(some("Tumeurs avancées"), Some("solid"));
    assert_eq!(some("Malignant Tumors or Cancer"), Some("cancer"));
    assert_eq!(some("Neoplasms"), Some("cancer"));
    assert_eq!(some("Malignant tumors"), Some("solid"));
    assert_eq!(some("Brain Metastases"), Some("solid"));
    assert_eq!(some("Brain Diseases"), None);
    assert_eq!(some("Neoplasm Metastasis"), Some("cancer"));
}

#[test]
fn there_are_no_more_diseases_than_bits_and_every_parent_is_known() {
    assert!(Disease::all().count() <= 128);
    assert!(of("rectum").is_kind_of(of("digestive")) && of("junction").is_kind_of(of("stomach")));
    assert!(!of("digestive").is_kind_of(of("rectum")) && !of("rectum").is_kind_of(of("rectum")));
}
