//! The diseases and their words, French and English: which are the same, which are kinds of another.
//!
//! Grouped by place, and blood cancers by cell, as ICD-O-3 does; the words are those that stand in records of ClinicalTrials.gov (MeSH
//! terms as well) and of ECLAIRE, and those that people say. Written without accents and in any number: the words are folded like the texts.

/// One disease.
pub(super) struct Row {
    /// Its name here.
    pub code: &'static str,
    /// The diseases it is a kind of.
    pub parents: &'static [&'static str],
    /// Words for the place, separated by commas: they name the disease beside a word for cancer, as in 'cancer du sein'.
    pub organs: &'static str,
    /// Words that name the disease by themselves, separated by commas.
    pub names: &'static str,
}

const fn row(
    code: &'static str,
    parents: &'static [&'static str],
    organs: &'static str,
    names: &'static str,
) -> Row {
    Row { code, parents, organs, names }
}

/// Diseases whose kinds are seen to together more often than apart: a trial that names the group and one of its kinds may still
/// be for the others. Anywhere else the kind is what the trial is for: 'Lung Neoplasms' beside 'Small Cell Lung Carcinoma'.
#[rustfmt::skip]
pub(super) const SHARED: &[&str] =
    &[
    "colorectal", "head-neck", "upper-gi", "gynaecological", "urological", "digestive", "haem", "lymphoma", "non-hodgkin",
    "leukaemia", "sarcoma", "brain", "skin",
];

/// Words for cancer.
pub(super) const CANCER_WORDS: &str = "cancer,cancereux,carcinoma,carcinome,adenocarcinoma,adenocarcinome,neoplasm,neoplasme,\
    neoplasia,oncologie,oncology,cancerologie,tumor,tumour,tumeur,malignancy,malignancie,malignant,maligne,malin";

/// Words for a lump and for what has spread: alone they mean no blood cancer.
pub(super) const LUMP_WORDS: &str =
    "tumor,tumour,tumeur,carcinoma,carcinome,adenocarcinoma,adenocarcinome,metastase,metastasis";

/// Words that blood cancers have too.
pub(super) const BLOOD_TOO_WORDS: &str =
    "cancer,neoplasm,neoplasme,neoplasia,malignancy,malignancie,oncologie,oncology,cancerologie";

/// Words for what has spread: where it spread to is not what it is.
pub(super) const SPREAD_WORDS: &str = "metastase,metastasis,metastatis";

/// The diseases that are so broad that naming them says little.
pub(super) const BROAD: &[&str] = &["cancer", "solid", "haem"];

/// Every disease; parents stand before their kinds.
#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    row("cancer", &[], "", ""),
    row("solid", &["cancer"], "solid,solide", "solid tumor,solid tumour,tumeur solide,solid cancer,cancer solide"),
    row("haem", &["cancer"], "hematologic,haematologic,hematological,haematological,hematologique,hematopoietic,blood,sang,b cell,lymphoid",
        "hemopathie maligne,hemopathie"),

    row("breast", &["solid"], "breast,sein,mammaire,mammary", "tnbc,mbc,carcinome canalaire in situ,ductal carcinoma in situ,dcis"),

    row("thoracic", &["solid"], "thoracic,thoracique", ""),
    row("lung", &["thoracic"], "lung,poumon,pulmonary,pulmonaire,bronchique,bronchial,bronchogenic,bronchopulmonaire,broncho pulmonaire,bronches", ""),
    row("nsclc", &["lung"], "", "nsclc,cbnpc,cpnpc,non small cell,nonsmall cell,non petite cellule,non a petite cellule"),
    row("sclc", &["lung"], "", "sclc,cbpc,cpc,small cell lung,small cell bronchogenic"),
    row("mesothelioma", &["solid"], "pleural,pleura,plevre,peritoine", "mesothelioma,mesotheliome"),
    row("thymus", &["thoracic"], "thymic,thymique,thymus", "thymoma,thymome"),

    row("digestive", &["solid"], "gastrointestinal,gastrointestinal tract,gastro intestinal,digestive,digestif,gi", ""),
    row("colorectal", &["digestive"], "colorectal,colorectale,colorectum,colorectaux,colo rectal,bowel,intestin,gros intestin", "crc,mcrc,ccr"),
    row("colon", &["colorectal"], "colon,colonic,colique,sigmoide,sigmoid,colon sigmoide,caecum,cecum,rectosigmoide,recto sigmoide,rectosigmoid", ""),
    row("rectum", &["colorectal"], "rectum,rectal,rectale,rectosigmoide,recto sigmoide,rectosigmoid", ""),
    row("upper-gi", &["digestive"], "upper gastrointestinal,upper gastrointestinal tract,upper gi", ""),
    row("stomach", &["upper-gi"], "stomach,gastric,gastrique,estomac", ""),
    row("oesophagus", &["upper-gi"], "esophageal,oesophageal,esophagus,oesophagus,oesophage,oesophagien,oesophagienne", "escc"),
    row("junction", &["stomach", "oesophagus"],
        "gastroesophageal,gastro esophageal,gastrooesophageal,gastro oesophageal,esophagogastric,oesophagogastric,esogastric,gej,\
         gastro oesophagien,gastro oesophagienne,oesogastrique,oeso gastrique,oesophagogastrique,cardia", ""),
    row("pancreas", &["digestive"], "pancreas,pancreatic,pancreatique", "pdac"),
    row("biliary", &["digestive"], "biliary,biliary tract,biliaire,bile duct,gallbladder,gall bladder,vesicule biliaire,voies biliaires,choledoque",
        "cholangiocarcinoma,cholangiocarcinome,klatskin"),
    row("liver", &["digestive"], "liver,hepatic,hepatique,foie", "hepatocellular,hepatocellulaire,hepato cellulaire,hepatoma,hcc,chc,hepatocarcinome,hepatoblastoma,hepatoblastome"),
    row("anus", &["digestive"], "anal,anus,canal anal", ""),
    row("small-bowel", &["digestive"], "small bowel,small intestine,intestin grele,grele,intestin,duodenal,ampullary", ""),

    row("gynaecological", &["solid"], "gynecologic,gynecological,gynaecological,gynaecologic,gynecologique,pelvic,genital", ""),
    row("ovary", &["gynaecological"],
        "ovary,ovarian,ovaire,ovarien,ovarienne,fallopian,fallopian tube,trompe de fallope,trompe,peritoine,tubaire,primary peritoneal,peritoneal primitif", "hgsoc"),
    row("uterus", &["gynaecological"], "uterus,uterine,uterin,uterine corpus", ""),
    row("endometrium", &["uterus"], "endometrial,endometre,endometrium,corps de l uterus,uterine serous", ""),
    row("cervix", &["uterus"], "cervical,cervix,col de l uterus,col uterin,col uterus,col,uterine cervical,uterine cervix,cervix uteri", ""),
    row("vulva", &["gynaecological"], "vulva,vulvar,vulve,vulvaire,vagina,vaginal,vagin", ""),
    row("trophoblast", &["gynaecological"], "trophoblastic,trophoblastique,gestational trophoblastic", "choriocarcinoma,choriocarcinome"),

    row("urological", &["solid"], "genitourinary,urological,urologic,urologique,urogenital", ""),
    row("prostate", &["urological"], "prostate,prostatic,prostatique", "mcrpc,crpc,mhspc,mcspc,nmcrpc,cprc,cprcm,cphs,cphsm"),
    row("urothelium", &["urological"],
        "urothelial,urotheliale,urothelium,bladder,urinary bladder,vessie,vesicale,vesical,ureter,ureteral,uretere,voies excretrices,voie excretrice superieure,bassinet,renal pelvis,upper tract urothelial,transitional cell",
        "nmibc,mibc,utuc,tvnim,tvim"),
    row("kidney", &["urological"], "kidney,renal,renale,rein", "rcc,ccrcc,nccrcc,renal cell,ccr"),
    row("wilms", &["kidney"], "wilms", "nephroblastoma,nephroblastome"),
    row("germ-cell", &["solid"], "germ cell,germinale,testicular,testicule,testis,testiculaire", "seminoma,seminome"),
    row("penis", &["urological"], "penile,penis,verge", ""),

    row("skin", &["solid"], "skin,cutaneous,cutane,cutanee,peau", ""),
    row("melanoma", &["skin"], "", "melanoma,melanome"),
    row("uveal-melanoma", &["melanoma"], "", "uveal melanoma,ocular melanoma,choroidal melanoma,melanome uveal,melanome choroidien,melanome oculaire"),
    row("keratinocyte", &["skin"], "basal cell,basocellulaire,baso cellulaire,spinocellulaire,spino cellulaire,cutaneous squamous,cutaneous squamous cell,epidermoide cutane", "cscc"),
    row("merkel", &["skin"], "merkel,merkel cell,cellule de merkel", ""),

    row("head-neck", &["solid"],
        "head and neck,head neck,tete et cou,tete et du cou,tete et de cou,tete cou,orl,voie aerodigestive superieure,voie aero digestive superieure,\
         upper aerodigestive,upper aerodigestive tract,upper aero digestive tract,vad,cervico facial,cervico faciale", "hnscc,scchn"),
    row("throat", &["head-neck"], "oropharyngeal,oropharynx,hypopharyngeal,hypopharynx,laryngeal,larynx,pharynx,pharyngeal,gorge,throat,amygdale,tonsil,tonsillar,cordes vocales", ""),
    row("mouth", &["head-neck"], "oral,oral cavity,mouth,tongue,cavite buccale,cavite orale,bouche,langue,levre,lip,plancher buccal,plancher de la bouche,floor of mouth", ""),
    row("nasopharynx", &["head-neck"], "nasopharyngeal,nasopharynx,cavum", ""),
    row("salivary", &["head-neck"], "salivary,salivary gland,glande salivaire,salivaire,parotid", ""),
    row("thyroid", &["solid"], "thyroid,thyroide,thyroidien,thyroidienne", ""),

    row("brain", &["solid"], "brain,cerebral,cerebrale,cerveau,cns,central nervous system,systeme nerveux central,intracranial", "meningioma,meningiome"),
    row("glioma", &["brain"], "", "glioma,gliome,hgg,lgg,dipg,astrocytoma,astrocytome,oligodendroglioma,oligodendrogliome"),
    row("glioblastoma", &["glioma"], "", "glioblastoma,glioblastome,gbm"),
    row("medulloblastoma", &["brain"], "", "medulloblastoma,medulloblastome"),
    row("ependymoma", &["brain"], "", "ependymoma,ependymome"),
    row("atrt", &["brain"], "", "atrt,rhabdoid"),
    row("neuroblastoma", &["solid"], "", "neuroblastoma,neuroblastome"),
    row("retinoblastoma", &["solid"], "", "retinoblastoma,retinoblastome"),

    row("sarcoma", &["solid"], "tissu mou,soft tissue", "sarcoma,sarcome,angiosarcoma,angiosarcome,fibrosarcoma,fibrosarcome,synovialosarcome"),
    row("bone-sarcoma", &["sarcoma"], "bone,osseux,osseuse", "osteosarcoma,osteosarcome,chondrosarcoma,chondrosarcome,ewing,ewing sarcoma,sarcome d ewing"),
    row("muscle-sarcoma", &["sarcoma"], "", "leiomyosarcoma,leiomyosarcome,rhabdomyosarcoma,rhabdomyosarcome"),
    row("liposarcoma", &["sarcoma"], "", "liposarcoma,liposarcome"),
    row("gist", &["sarcoma", "digestive"], "gastrointestinal stromal,stromale gastro intestinale,stromale digestive", "gist"),
    row("kaposi", &["sarcoma"], "", "kaposi"),

    row("neuroendocrine", &["solid"], "neuroendocrine,neuro endocrine", "carcinoid,carcinoide,tne,GEP NET,gepnet"),
    row("pancreas-neuroendocrine", &["neuroendocrine", "pancreas"], "pancreatic neuroendocrine,neuroendocrine pancreatique",
        "pancreatic NET,pnet,neuroendocrine du pancreas"),
    row("adrenal", &["solid"], "adrenal,adrenocortical,corticosurrenale,corticosurrenalome,surrenale,surrenalien", "pheochromocytoma,paraganglioma,pheochromocytome,paragangliome"),
    row("unknown-primary", &["solid"], "unknown primary,unknown origin,primitif inconnu,origine inconnue", ""),

    row("lymphoma", &["haem"], "", "lymphoma,lymphome"),
    row("hodgkin", &["lymphoma"], "", "hodgkin,hodgkin lymphoma,hodgkin disease,lymphome de hodgkin,lymphome hodgkinien,maladie de hodgkin"),
    row("non-hodgkin", &["lymphoma"], "",
        "non hodgkin,non hodgkin lymphoma,lymphoma non hodgkin,lymphome non hodgkinien,lymphome non hodgkin,lnh,nhl,b cell lymphoma,lymphoma b cell,lymphome b,t cell lymphoma,lymphoma t cell,lymphome t,mycosis fongoide,mycosis fungoides,sezary"),
    row("dlbcl", &["non-hodgkin"], "", "diffuse large b cell,large b cell lymphoma,lymphoma large b cell,diffus a grande cellule b,grande cellule b,dlbcl,ldgcb"),
    row("follicular", &["non-hodgkin"], "", "follicular lymphoma,lymphoma follicular,lymphome folliculaire"),
    row("mantle", &["non-hodgkin"], "", "mantle cell lymphoma,mantle cell,lymphoma mantle cell,lymphome du manteau,cellule du manteau"),
    row("marginal", &["non-hodgkin"], "", "marginal zone lymphoma,marginal zone,lymphoma b cell marginal zone,zone marginale,malt lymphoma"),
    row("burkitt", &["non-hodgkin"], "", "burkitt,burkitt lymphoma,lymphome de burkitt"),
    row("brain-lymphoma", &["non-hodgkin"], "", "pcnsl,central nervous system lymphoma,cns lymphoma,lymphome cerebral"),
    row("waldenstrom", &["non-hodgkin"], "", "waldenstrom,lymphoplasmacytic,lymphoplasmocytaire"),
    row("leukaemia", &["haem"], "", "leukemia,leukaemia,leucemie"),
    row("aml", &["leukaemia"], "",
        "acute myeloid leukemia,acute myeloid leukaemia,acute myelogenous leukemia,leukemia myeloid acute,leucemie aigue myeloide,leucemie aigue myeloblastique,leucemie myeloide aigue,aml,lam,lma"),
    row("acute-lymphoblastic", &["leukaemia"], "",
        "acute lymphoblastic,acute lymphoblastic leukemia,acute lymphoblastic leukaemia,lymphoblastic leukemia,acute lymphocytic leukemia,precursor cell lymphoblastic leukemia lymphoma,leucemie aigue lymphoblastique,lal,leucemie lymphoblastique"),
    row("cll", &["leukaemia", "non-hodgkin"], "",
        "chronic lymphocytic leukemia,chronic lymphocytic leukaemia,leukemia lymphocytic chronic,leukemia lymphocytic chronic b cell,leukemia chronic lymphocytic,\
         cll,sll,small lymphocytic,small lymphocytic lymphoma,lymphoma small lymphocytic,small cell lymphoma,leucemie lymphoide chronique,llc,lymphome lymphocytique"),
    row("cml", &["leukaemia"], "", "chronic myeloid leukemia,chronic myeloid leukaemia,chronic myelogenous leukemia,leukemia myelogenous chronic,leucemie myeloide chronique,cml,lmc"),
    row("myeloma", &["haem"], "", "myeloma,myelome,plasmocytome,plasmacytoma,rrmm,kahler"),
    row("mds", &["haem"], "", "myelodysplastic,myelodysplasique,myelodysplasie,smd,lmmc,cmml"),
    row("mpn", &["haem"], "", "myeloproliferative,myeloproliferatif,lmmc,cmml,thrombocythemie,polyglobulie,essential thrombocythemia,thrombocythemia essential,thrombocytemie essentielle,myelofibrosis,myelofibrose,polycythemia vera,maladie de vaquez"),
];

/// Kinds that one word tells beside the name of a wider disease in the same text: 'cancer du poumon étendu à petites cellules'.
pub(super) const KINDS: &[(&str, &str, &str)] = &[
    ("lung", "small cell,petite cellule,a petite cellule", "sclc"),
    ("lung", "non squamous,non epidermoide", "nsclc"),
];

/// Words that may stand between the word for a place and the word for cancer: 'lung and advanced kidney cancer'.
pub(super) const LINKS: &str = "and,or,et,ou,cell,cellule,a,advanced,locally,localized,localised,local,metastatic,recurrent,refractory,relapsed,\
    early,stage,squamous,non,small,petite,clear,ductal,duct,lobular,epithelial,epitheliale,epithelium,serous,high,low,grade,risk,invasive,primary,primitif,\
    tract,junction,adenosquamous,castration,resistant,sensitive,hormone,positive,negative,her2,triple,er,pr,hr,rh,unresectable,\
    resectable,inoperable,progressive,platinum,spinal,avance,avancee,localement,localise,metastatique,epidermoide,invasif,infiltrant,canalaire,\
    lobulaire,sereux,recidivant,haut,bas,bilateral,inflammatory,inflammatoire,anaplastic,anaplasique,medullary,papillary,differentiated,enteropancreatic,\
    gastroenteropancreatic,limited,extensive,multiple,malignant,maligne,malin,iii,iv,ii,i,egfr,alk,kras,mutated,mutant";

/// Words that tie a place to the word for cancer before it: 'cancer du poumon'.
pub(super) const TIES: &str = "of,the,du,de,des,d,la,le,les,l,un,une";

/// Words after which a disease is left out: 'solid tumours other than melanoma'.
pub(super) const EXCEPT: &str = "than,except,excluding,sauf,hors,excepte,exclusion,without";

/// Words that say nothing of which cancer: 'Locally Advanced or Metastatic Cancer', 'Neoplasms by Site'.
pub(super) const EMPTY: &str = "by,site,select,selected,other,adult,adulte,patient,with,in,disease,maladie,type,all,various,rare,\
    oncologic,general,tout,toute,participant,subject,people,person,diagnosis,newly,diagnosed,histologic,histological";
