explain-chemotherapy = Des médicaments qui empêchent les cellules de se multiplier, souvent en perfusion, par cures espacées. Les effets vont et viennent avec chaque cure.
explain-targeted = Des médicaments qui visent une particularité des cellules de la tumeur, souvent en comprimés pris tous les jours.
explain-immunotherapy = Des médicaments qui aident vos propres défenses à reconnaître la tumeur. Leurs effets peuvent venir tard, même des mois après la dernière perfusion.
explain-hormone = Un traitement qui prive la tumeur des hormones dont elle se nourrit, souvent pendant des années.
explain-radiotherapy = Des rayons dirigés sur un endroit précis, en séances courtes, presque chaque jour pendant quelques semaines.
explain-surgery = Une opération pour enlever la tumeur ou pour soulager.
explain-trial = Un traitement étudié dans un essai clinique : vous avez signé un consentement, que vous pouvez retirer à tout moment sans avoir à dire pourquoi.
