/**
 * Defects of scorm-again 3.4.3's SCORM 1.2 that the player works around, in one place. To report:
 * https://github.com/jcputney/scorm-again/issues
 *
 * LMSSetValue of a part of the data model (`cmi`, `cmi.core.score`, `cmi.objectives.0`) puts the text in the place of the part, after
 * which every call fails. A part has no value (SCORM 1.2 RTE 3.4.4), and the name that is asked for instead has none either.
 */
export const nameOf = (element: string): string => (part.test(element) ? `${element}._part` : element);

const part =
  /^cmi(?:\.(?:core|core\.score|student_data|student_preference|(?:objectives|interactions)(?:\.\d+)?|objectives\.\d+\.score|interactions\.\d+\.(?:objectives|correct_responses)(?:\.\d+)?))?$/;
