//! The closed lists of a check-in: the body map, alarm signs, scales; and the items that can be asked.

use vigie_journal::{
    Alarm, Item, Lang, OwnName, PainQuality, PainSite, Region, Scale, Side, SymptomCode,
};

use crate::JournalError;

/// A language the product speaks.
#[uniffi::remote(Enum)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

/// A sign the person can tick. The rule pack says what each one means.
#[uniffi::remote(Enum)]
pub enum Alarm {
    /// Shivering.
    Shivering,
    /// Confused, or not making sense.
    Confusion,
    /// Faint, or fainted.
    Faintness,
    /// Breathless at rest.
    BreathlessAtRest,
    /// Chest pain.
    ChestPain,
    /// Bleeding that will not stop.
    BleedingNotStopping,
    /// Blood vomited.
    BloodVomited,
    /// Blood in the stools, or black stools.
    BloodInStools,
    /// A fit.
    Fit,
    /// Sudden severe headache.
    SuddenHeadache,
    /// Loss of vision or of speech.
    VisionOrSpeech,
    /// Weakness of one side.
    OneSidedWeakness,
    /// Weak legs or trouble walking.
    LegWeakness,
    /// Numb between the legs.
    NumbSaddle,
    /// New trouble passing or holding urine or stools.
    BladderOrBowel,
    /// Cannot keep any drink down for a day.
    CannotKeepDrinkDown,
    /// Belly pain.
    BellyPain,
    /// One leg or arm swollen and painful.
    LimbSwollenPainful,
    /// Face or neck swollen.
    FaceOrNeckSwelling,
    /// Yellow skin or eyes, or dark urine.
    YellowSkinOrDarkUrine,
    /// Wide rash, or blisters.
    WideRashOrBlisters,
    /// Great thirst and much urine.
    GreatThirst,
    /// Mouth sores that stop eating or drinking.
    MouthStopsEating,
    /// Pain, redness or burn at the drip site or port.
    InfusionSite,
    /// Feeling ill in a way that worries.
    FeelingIll,
    /// Dark thoughts.
    DarkThoughts,
}

/// A region of the body map. Codes are stable; a region belongs to the front or the back.
#[uniffi::remote(Enum)]
pub enum Region {
    /// Head.
    Head,
    /// Forehead.
    Forehead,
    /// Face.
    Face,
    /// Eye.
    Eye,
    /// Ear.
    Ear,
    /// Jaw.
    Jaw,
    /// Mouth.
    Mouth,
    /// Throat.
    Throat,
    /// Shoulder.
    Shoulder,
    /// Chest.
    Chest,
    /// Breast.
    Breast,
    /// Ribs.
    Ribs,
    /// Upper arm.
    UpperArm,
    /// Elbow.
    Elbow,
    /// Forearm.
    Forearm,
    /// Wrist.
    Wrist,
    /// Hand.
    Hand,
    /// Pit of the stomach and under the ribs.
    UpperAbdomen,
    /// Belly.
    Abdomen,
    /// Groin.
    Groin,
    /// Pelvis.
    Pelvis,
    /// Hip.
    Hip,
    /// Thigh.
    Thigh,
    /// Knee.
    Knee,
    /// Shin.
    Shin,
    /// Ankle.
    Ankle,
    /// Foot.
    Foot,
    /// Back of the head.
    BackOfHead,
    /// Neck.
    Neck,
    /// Shoulder blade.
    ShoulderBlade,
    /// Upper back.
    UpperBack,
    /// Middle of the back.
    MidBack,
    /// Lower back.
    LowerBack,
    /// Flank.
    Flank,
    /// Sacrum and tailbone.
    Sacrum,
    /// Buttock.
    Buttock,
    /// Calf.
    Calf,
    /// Heel.
    Heel,
}

/// Which side, as the person sees it on their own body.
#[uniffi::remote(Enum)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Both sides.
    Both,
}

/// What a pain feels like, in plain words.
#[uniffi::remote(Enum)]
pub enum PainQuality {
    /// Dull, aching.
    Aching,
    /// Burning.
    Burning,
    /// Stabbing.
    Stabbing,
    /// Like an electric shock.
    Electric,
    /// Cramping.
    Cramping,
    /// Throbbing.
    Throbbing,
    /// Pressing.
    Pressing,
    /// Like a tight band around the body (a cord warning sign, NICE NG234).
    Band,
}

/// How an item is measured. Every scale is 0 to 10 and higher is always worse.
#[uniffi::remote(Enum)]
pub enum Scale {
    /// 0 = not at all, 10 = the worst the person can imagine.
    Severity,
    /// Times today; 10 is ten or more.
    Times,
    /// Stools over the usual number today; 10 is ten or more.
    StoolsOverUsual,
    /// Days without; 10 is ten or more.
    DaysWithout,
}

/// Every symptom of the catalogue, in the order in which it is shown.
#[uniffi::export]
pub fn catalogue() -> Vec<Item> {
    SymptomCode::ALL.iter().map(|code| Item::Symptom(*code)).collect()
}

/// The person's own symptom, 1 to 60 characters on one line.
#[uniffi::export]
pub fn own_symptom(name: String) -> Result<Item, JournalError> {
    Ok(Item::Own(OwnName::new(&name)?))
}

/// Pain at one place.
#[uniffi::export]
pub fn pain_at(site: PainSite) -> Result<Item, JournalError> {
    Ok(Item::Pain(site))
}

/// A place of pain; a side is refused where the region has none.
#[uniffi::export(default(side = None))]
pub fn pain_site(region: Region, side: Option<Side>) -> Result<PainSite, JournalError> {
    Ok(PainSite::new(region, side)?)
}

/// What there is to know of an item.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ItemKind {
    /// How it is measured.
    pub scale: Scale,
    /// Whether it is pain, at a place or as a whole.
    pub is_pain: bool,
    /// The place, when it is pain at one.
    pub site: Option<PainSite>,
    /// The region of that place.
    pub region: Option<Region>,
    /// The side of that place, when it was said.
    pub side: Option<Side>,
}

/// What there is to know of an item.
#[uniffi::export]
pub fn item_kind(item: Item) -> Result<ItemKind, JournalError> {
    let site = item.site();
    Ok(ItemKind {
        scale: item.scale(),
        is_pain: item.is_pain(),
        site,
        region: site.map(PainSite::region),
        side: site.and_then(PainSite::side),
    })
}

/// A region of the body map.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct RegionOfTheBody {
    /// Which.
    pub region: Region,
    /// Whether it is drawn on the back.
    pub on_the_back: bool,
    /// Whether a left and a right exist.
    pub has_sides: bool,
}

/// Every region of the body map: the front from head to foot, then the back.
#[uniffi::export]
pub fn regions() -> Vec<RegionOfTheBody> {
    let told = |region: &Region| RegionOfTheBody {
        region: *region,
        on_the_back: region.on_the_back(),
        has_sides: region.has_sides(),
    };
    Region::ALL.iter().map(told).collect()
}

/// Every alarm sign, in the order in which it is shown.
#[uniffi::export]
pub fn alarms() -> Vec<Alarm> {
    Alarm::ALL.to_vec()
}
