import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = path.resolve('apps/web/src');
const read = (file: string): string => readFileSync(path.join(source, file), 'utf8');
/** A field into which somebody writes: words, numbers or dates; never a box to tick or a file to pick. */
const field =
  /<(TextInput|Textarea|PasswordInput|NumberInput|Autocomplete|TagsInput|PinInput|JsonInput|LanguageFields|textarea)\b|contentEditable/;
const withFields = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && field.test(read(file)))
  .sort();
const keeps = (file: string): boolean => /\buseDraft\b[<(]/.test(read(file));

/** Why what is typed in a component is not kept by the component itself. */
const without: Record<string, readonly string[]> = {
  'a part of a form: whoever holds its values keeps them': [
    'features/institution/InstitutionForm.tsx',
    'features/institution/PersonForm.tsx',
    'features/teach/ChoiceFields.tsx',
    'features/teach/ContentField.tsx',
    'features/teach/CourseForm.tsx',
    'features/teach/EssayFields.tsx',
    'features/teach/KeyFields.tsx',
    'features/teach/PageText.tsx',
    'features/teach/QuizContents.tsx',
    'features/teach/QuizEntries.tsx',
    'features/teach/QuizRules.tsx',
    'features/teach/QuizSections.tsx',
    'features/teach/Transcripts.tsx',
    'features/teach/TranslationFields.tsx',
    'features/teach/UnitFields.tsx',
  ],
  'answers of a quiz: the outbox keeps them until the server has them': ['ui/Quiz/Typed.tsx'],
  'passwords, codes and what stands beside them are never kept on a device': [
    'features/account/PasswordField.tsx',
    'features/account/PasswordReset.tsx',
    'features/account/PasswordStep.tsx',
    'features/account/second-factor/PasskeySetUp.tsx',
    'features/account/second-factor/ProofField.tsx',
    'features/account/second-factor/TotpSetUp.tsx',
    'features/institution/Person.tsx',
  ],
  'a search or a filter, and the name of one: nothing of length is to be saved': [
    'features/administration/ScopePicker.tsx',
    'features/audit/Audit.tsx',
    'features/verify/VerifyAny.tsx',
    'ui/SearchField/SearchField.tsx',
    'features/roster/RosterViews.tsx',
  ],
  'describes a picture on its way, which does not survive a reload itself': ['features/teach/PictureToInsert.tsx'],
};
const excused = Object.values(without).flat();

describe('nothing typed is lost', () => {
  it('because every component with a text field keeps a draft, or there is a reason why not', () => {
    expect(withFields.filter((file) => !keeps(file) && !excused.includes(file))).toEqual([]);
  });

  it('and no reason outlives its component', () => {
    expect(excused.filter((file) => !withFields.includes(file) || keeps(file))).toEqual([]);
  });
});
