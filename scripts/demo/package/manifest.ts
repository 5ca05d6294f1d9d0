import { partsOf, type Lesson, type ScormVersion } from './lesson.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const hasParts = (lesson: Lesson): boolean => partsOf(lesson).length > 1;

/** The files of one part of a lesson: what it is opened with comes first. An undivided lesson numbers nothing. */
export const filesOf = (lesson: Lesson, part: number): { page: string; data: string } => {
  const number = hasParts(lesson) ? `-${part + 1}` : '';
  return { page: `index${number}.html`, data: `lesson-data${number}.js` };
};
/** What all parts use. */
export const commonFiles = ['lesson.css', 'lesson.js', 'runtime.js'];

/** The content package's imsmanifest.xml (SCORM 1.2 CAM 2.2; SCORM 2004 4th Edition CAM 3.4). */
export const manifest = (lesson: Lesson, version: ScormVersion): string => (version === '1.2' ? scorm12(lesson) : scorm2004(lesson));

const resources = (lesson: Lesson, type: 'scormtype' | 'scormType'): string => `  <resources>
${partsOf(lesson)
  .map((_, part) => resource(lesson, part, type))
  .join('\n')}
  </resources>`;

const resource = (lesson: Lesson, part: number, type: string): string => {
  const { page, data } = filesOf(lesson, part);
  return `    <resource identifier="lesson-${part + 1}" type="webcontent" adlcp:${type}="sco" href="${page}">
${[page, data, ...commonFiles].map((file) => `      <file href="${file}"/>`).join('\n')}
    </resource>`;
};

const items = (lesson: Lesson, rules: string): string =>
  partsOf(lesson)
    .map(
      ({ title }, part) => `      <item identifier="item-${part + 1}" identifierref="lesson-${part + 1}">
        <title>${escape(title)}</title>
${rules}
      </item>`,
    )
    .join('\n');

const scorm12 = (lesson: Lesson): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${lesson.identifier}" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escape(lesson.title)}</title>
${items(lesson, '        <adlcp:masteryscore>50</adlcp:masteryscore>')}
    </organization>
  </organizations>
${resources(lesson, 'scormtype')}
</manifest>
`;

/** Half of the practice questions of a part make it passed. */
const mastery = `        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.5</imsss:minNormalizedMeasure></imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>`;

/** A part turns its own pages and leads to the next one itself: the player's buttons for that would be mistaken for the page's. */
const ownSteps = `
        <adlnav:presentation><adlnav:navigationInterface>
          <adlnav:hideLMSUI>previous</adlnav:hideLMSUI><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
        </adlnav:navigationInterface></adlnav:presentation>`;

/** Parts may be taken in any order, and one follows the other. */
const control = `      <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>\n`;

const scorm2004 = (lesson: Lesson): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${lesson.identifier}" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
    xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escape(lesson.title)}</title>
${items(lesson, hasParts(lesson) ? mastery + ownSteps : mastery)}
${hasParts(lesson) ? control : ''}    </organization>
  </organizations>
${resources(lesson, 'scormType')}
</manifest>
`;
