# The symptoms, in everyday words. "question" is what is asked each day.
symptom-pain = Pain
    .question = How bad was your pain today, at its worst?
symptom-fatigue = Fatigue
    .question = How tired were you today?
symptom-nausea = Nausea
    .question = How sick did you feel today?
symptom-vomiting = Vomiting
    .question = How many times were you sick today?
symptom-appetite = Loss of appetite
    .question = How poor was your appetite today?
symptom-mouth-sores = Sore mouth
    .question = How sore was your mouth today?
symptom-diarrhoea = Diarrhoea
    .question = How many more stools than usual today?
symptom-constipation = Constipation
    .question = For how many days have you had no stool?
symptom-breathlessness = Breathlessness
    .question = How short of breath were you today?
symptom-cough = Cough
    .question = How much did coughing bother you today?
symptom-tingling = Tingling
    .question = How much tingling or numbness did you have today?
symptom-rash = Skin: rash, itching
    .question = How much did your skin bother you today?
symptom-hand-foot = Sore hands and feet
    .question = How much did your palms or soles bother you today?
symptom-swelling = Swelling
    .question = How swollen were you today?
symptom-dizziness = Dizziness
    .question = How dizzy were you today?
symptom-sleep = Poor sleep
    .question = How badly did you sleep last night?
symptom-worry = Worry
    .question = How worried were you today?
symptom-low-mood = Low mood
    .question = How low was your mood today?
symptom-concentration = Memory and concentration
    .question = How hard was it to concentrate today?
symptom-hot-flushes = Hot flushes
    .question = How much did hot flushes bother you today?

pain-at = Pain, { $site }
pain-at-question = How bad was your pain today ({ $site }), at its worst?
own-question = { $name }: how bad today?

scale-severity = 0 = not at all, 10 = the worst you can imagine
scale-times = number of times; 10 means ten or more
scale-stools = stools more than usual; 10 means ten or more
scale-days = number of days; 10 means ten or more

severity-none = no trouble
severity-mild = mild
severity-moderate = moderate
severity-severe = severe

answer-skipped = skipped
answer-too-unwell = too unwell to answer

# General state, in five steps.
performance = General state
    .question = How did you get through the day?
performance-0 = as usual
performance-1 = slowed down, but I did what mattered
performance-2 = up for more than half the day, unable to work
performance-3 = in bed or a chair for more than half the day
performance-4 = in bed all day

temperature = Temperature
    .question = Your temperature, if you took it
weight = Weight
    .question = Your weight, if you weighed yourself
height = Height

quality-aching = aching
quality-burning = burning
quality-stabbing = stabbing
quality-electric = like an electric shock
quality-cramping = cramping
quality-throbbing = throbbing
quality-pressing = pressing
quality-band = like a tight band around the body


# Regions of the body, with their side.
region-head = head
region-forehead = forehead
region-face = { $side ->
    [left] left side of the face
    [right] right side of the face
    [both] both sides of the face
   *[none] face
  }
region-eye = { $side ->
    [left] left eye
    [right] right eye
    [both] both eyes
   *[none] eye
  }
region-ear = { $side ->
    [left] left ear
    [right] right ear
    [both] both ears
   *[none] ear
  }
region-jaw = { $side ->
    [left] left side of the jaw
    [right] right side of the jaw
    [both] both sides of the jaw
   *[none] jaw
  }
region-mouth = mouth
region-throat = throat
region-shoulder = { $side ->
    [left] left shoulder
    [right] right shoulder
    [both] both shoulders
   *[none] shoulder
  }
region-chest = { $side ->
    [left] left side of the chest
    [right] right side of the chest
    [both] both sides of the chest
   *[none] chest
  }
region-breast = { $side ->
    [left] left breast
    [right] right breast
    [both] both breasts
   *[none] breast
  }
region-ribs = { $side ->
    [left] ribs on the left
    [right] ribs on the right
    [both] ribs on both sides
   *[none] ribs
  }
region-upper-arm = { $side ->
    [left] left upper arm
    [right] right upper arm
    [both] both upper arms
   *[none] upper arm
  }
region-elbow = { $side ->
    [left] left elbow
    [right] right elbow
    [both] both elbows
   *[none] elbow
  }
region-forearm = { $side ->
    [left] left forearm
    [right] right forearm
    [both] both forearms
   *[none] forearm
  }
region-wrist = { $side ->
    [left] left wrist
    [right] right wrist
    [both] both wrists
   *[none] wrist
  }
region-hand = { $side ->
    [left] left hand
    [right] right hand
    [both] both hands
   *[none] hand
  }
region-upper-abdomen = { $side ->
    [left] upper belly on the left
    [right] upper belly on the right
    [both] upper belly on both sides
   *[none] upper belly
  }
region-abdomen = { $side ->
    [left] belly on the left
    [right] belly on the right
    [both] belly on both sides
   *[none] belly
  }
region-groin = { $side ->
    [left] left groin
    [right] right groin
    [both] both sides of the groin
   *[none] groin
  }
region-pelvis = pelvis
region-hip = { $side ->
    [left] left hip
    [right] right hip
    [both] both hips
   *[none] hip
  }
region-thigh = { $side ->
    [left] left thigh
    [right] right thigh
    [both] both thighs
   *[none] thigh
  }
region-knee = { $side ->
    [left] left knee
    [right] right knee
    [both] both knees
   *[none] knee
  }
region-shin = { $side ->
    [left] left shin
    [right] right shin
    [both] both shins
   *[none] shin
  }
region-ankle = { $side ->
    [left] left ankle
    [right] right ankle
    [both] both ankles
   *[none] ankle
  }
region-foot = { $side ->
    [left] left foot
    [right] right foot
    [both] both feet
   *[none] foot
  }
region-back-of-head = back of the head
region-neck = neck
region-shoulder-blade = { $side ->
    [left] left shoulder blade
    [right] right shoulder blade
    [both] both shoulder blades
   *[none] shoulder blade
  }
region-upper-back = upper back
region-mid-back = middle of the back
region-lower-back = lower back
region-flank = { $side ->
    [left] left flank
    [right] right flank
    [both] both flanks
   *[none] flank
  }
region-sacrum = sacrum
region-buttock = { $side ->
    [left] left buttock
    [right] right buttock
    [both] both buttocks
   *[none] buttock
  }
region-calf = { $side ->
    [left] left calf
    [right] right calf
    [both] both calves
   *[none] calf
  }
region-heel = { $side ->
    [left] left heel
    [right] right heel
    [both] both heels
   *[none] heel
  }

# The alarm signs to tick.
alarm-shivering = Shivering
alarm-confusion = Confused, or not making sense
alarm-faintness = Faint, or nearly fainted
alarm-breathless-at-rest = Breathless even at rest
alarm-chest-pain = Pain in the chest
alarm-bleeding-not-stopping = Bleeding that will not stop
alarm-blood-vomited = Blood in what I vomited
alarm-blood-in-stools = Blood in the stools, or black stools
alarm-fit = A fit
alarm-sudden-headache = A sudden, very bad headache
alarm-vision-or-speech = Loss of sight, or trouble speaking
alarm-one-sided-weakness = One side of the body weak or paralysed
alarm-leg-weakness = Weak legs, trouble walking
alarm-numb-saddle = Numb between the legs
alarm-bladder-or-bowel = New trouble passing urine or holding on
alarm-cannot-keep-drink-down = Unable to keep any drink down for a day
alarm-belly-pain = Belly pain
alarm-limb-swollen-painful = One leg or arm swollen and painful
alarm-face-or-neck-swelling = Face or neck swollen
alarm-yellow-skin-or-dark-urine = Yellow skin or eyes, or dark urine
alarm-wide-rash-or-blisters = A wide rash, or blisters
alarm-great-thirst = Very thirsty, passing a lot of urine
alarm-mouth-stops-eating = My mouth stops me eating or drinking
alarm-infusion-site = Pain, redness or burning at the drip or port
alarm-feeling-ill = I feel really ill
alarm-dark-thoughts = Dark thoughts

treatment-chemotherapy = chemotherapy
treatment-targeted = targeted therapy
treatment-immunotherapy = immunotherapy
treatment-hormone = hormone therapy
treatment-radiotherapy = radiotherapy
treatment-surgery = surgery
treatment-trial = treatment in a clinical trial

role-nurse = nurse
role-oncologist = oncologist
role-radiotherapist = radiotherapist
role-surgeon = surgeon
role-gp = GP
role-home-care = home care
role-psychologist = psychologist
role-social-worker = social worker
role-relative = relative

# Scans, what was told of them, appointments.
imaging-ct = CT scan
imaging-mri = MRI
imaging-pet-ct = PET-CT
imaging-ultrasound = Ultrasound
imaging-x-ray = X-ray
imaging-bone-scan = Bone scan
imaging-other = Other imaging
conclusion-better = better
conclusion-stable = stable
conclusion-worse = worse
conclusion-unclear = unclear
conclusion-not-told = not told yet
appointment-consultation = Consultation
appointment-surveillance = Follow-up consultation
appointment-rcp = Team meeting (MDT)
appointment-treatment-day = Treatment day
appointment-test = Test
# When the kind is not to be seen.
appointment-any = Appointment
