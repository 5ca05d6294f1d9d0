/**
 * Defects of scorm-again 3.4.3 that the player works around, in one place. To report: https://github.com/jcputney/scorm-again/issues
 *
 * SetValue of a part of the data model (`cmi`, `cmi.score`, `cmi.objectives.0`) puts the text in the place of the part, after which every
 * call fails. A part has no value (SCORM 2004 4th Ed. RTE 3.1.7: 401), and the name that is asked for instead has none either.
 */
export const nameOf = (element: string): string => (part.test(element) ? `${element}._part` : element);

const part =
  /^(?:cmi|adl|adl\.nav|adl\.nav\.request_valid|adl\.data(?:\.\d+)?|cmi\.(?:core|score|core\.score|learner_preference|student_preference|student_data)|cmi\.(?:comments_from_learner|comments_from_lms|objectives|interactions)(?:\.\d+)?|cmi\.objectives\.\d+\.score|cmi\.interactions\.\d+\.(?:objectives|correct_responses)(?:\.\d+)?)$/;
