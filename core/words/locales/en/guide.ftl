explain-chemotherapy = Medicines that keep cells from multiplying, often by drip, in cycles. The effects come and go with each cycle.
explain-targeted = Medicines aimed at something particular to the tumour’s cells, often as tablets taken every day.
explain-immunotherapy = Medicines that help your own defences recognise the tumour. Their effects can come late, even months after the last drip.
explain-hormone = A treatment that keeps from the tumour the hormones it feeds on, often for years.
explain-radiotherapy = Rays aimed at one precise place, in short sessions, nearly every day for some weeks.
explain-surgery = An operation to remove the tumour or to give relief.
explain-trial = A treatment studied in a clinical trial: you signed a consent, which you can withdraw at any time without saying why.
