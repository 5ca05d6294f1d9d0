import type { Lesson, ScormVersion } from './lesson.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const files = ['index.html', 'lesson-data.js', 'lesson.css', 'lesson.js', 'runtime.js'];

/** The content package's imsmanifest.xml (SCORM 1.2 CAM 2.2; SCORM 2004 4th Edition CAM 3.4). */
export const manifest = (lesson: Lesson, version: ScormVersion): string => (version === '1.2' ? scorm12(lesson) : scorm2004(lesson));

const resource = (type: string): string => `  <resources>
    <resource identifier="lesson" type="webcontent" adlcp:${type}="sco" href="index.html">
${files.map((file) => `      <file href="${file}"/>`).join('\n')}
    </resource>
  </resources>`;

const scorm12 = (lesson: Lesson): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${lesson.identifier}" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escape(lesson.title)}</title>
      <item identifier="item-1" identifierref="lesson"><title>${escape(lesson.title)}</title><adlcp:masteryscore>50</adlcp:masteryscore></item>
    </organization>
  </organizations>
${resource('scormtype')}
</manifest>
`;

const scorm2004 = (lesson: Lesson): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${lesson.identifier}" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escape(lesson.title)}</title>
      <item identifier="item-1" identifierref="lesson">
        <title>${escape(lesson.title)}</title>
        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.5</imsss:minNormalizedMeasure></imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
    </organization>
  </organizations>
${resource('scormType')}
</manifest>
`;
