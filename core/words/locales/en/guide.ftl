explain-chemotherapy = Medicines that keep cells from multiplying, often by drip, in cycles. The effects come and go with each cycle.
explain-targeted = Medicines aimed at something particular to the tumour’s cells, often as tablets taken every day.
explain-immunotherapy = Medicines that help your own defences recognise the tumour. Their effects can come late, even months after the last drip.
explain-hormone = A treatment that keeps from the tumour the hormones it feeds on, often for years.
explain-radiotherapy = Rays aimed at one precise place, in short sessions, nearly every day for some weeks.
explain-surgery = An operation to remove the tumour or to give relief.
explain-trial = A treatment studied in a clinical trial: you signed a consent, which you can withdraw at any time without saying why.

# Files of the registries of trials.
trials-error-empty = There is no trial in this file. Try another search in the registry, then download again.
trials-error-web-page = This is a web page, not the list of trials. In the registry, choose “Download”, then “JSON”, and open that file here.
trials-error-archive = This file is packed. Unpack it first, then open the JSON file that is inside.
trials-error-not-json = This file cannot be read. In the registry, choose the “JSON” format, download again, and open that file here.
trials-error-other-json = There are no trials in this file. The files of ClinicalTrials.gov and of ECLAIRE can be read here.
trials-error-cut-short = { $records ->
    [0] This file is not whole: it stops before the first trial. Download it again.
    [one] This file is not whole: it stops after { $records } trial. Download it again.
   *[other] This file is not whole: it stops after { $records } trials. Download it again.
}
trials-error-damaged = { $records ->
    [0] This file is damaged from the first trial on. Download it again.
    [one] This file is damaged after { $records } trial. Download it again.
   *[other] This file is damaged after { $records } trials. Download it again.
}
trials-error-io = The file could not be read to the end. Copy it onto this device, then open it again.
