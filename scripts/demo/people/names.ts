import type { Language } from '@aula/contracts';

/** Names that go together in one part of the region. `double`: people carry two family names. */
export interface NameStock {
  language: Language;
  women: string[];
  men: string[];
  family: string[];
  double?: true;
}

const words = (text: string): string[] => text.split(', ');

const southern: NameStock = {
  language: 'es',
  women: words('Florencia, Rocío, Micaela, Antonella, Javiera, Constanza, Lourdes, Belén, Ximena, Noelia, Fátima, Soledad'),
  men: words('Facundo, Matías, Ignacio, Nicolás, Cristóbal, Gonzalo, Ramiro, Joaquín, Hernán, Emiliano, Bruno, Lautaro'),
  family: words(
    'Fernández, Benítez, Ayala, Riquelme, Sepúlveda, Pereyra, Godoy, Acuña, Villalba, Olivera, Etcheverry, Bianchi, Sosa, Cáceres, Núñez, Figueroa, Rossi, Mamani, Valdés',
  ),
  double: true,
};
const andean: NameStock = {
  language: 'es',
  women: words('Lucía, Valentina, Paola, Yesenia, Maribel, Katherine, Milagros, Angie, Consuelo, Nathaly, Gladys, Wayra'),
  men: words('Andrés, Julián, Wilmer, Edison, Jhon Jairo, Rolando, Segundo, Christian, Óscar, Amaru, Diego, Freddy'),
  family: words(
    'Restrepo, Muñoz, Peña, Ospina, Quispe, Huamán, Chávez, Guamán, Cárdenas, Salazar, Condori, Zambrano, Ríos, Echeverría, Flores, Yupanqui, Tapia, Ñahui, Caicedo',
  ),
  double: true,
};
const central: NameStock = {
  language: 'es',
  women: words('Mariana, Sofía, Raquel, Iris, Guadalupe, Xiomara, Reina, Karla, Yolanda, Ixchel, Marisol, Dunia'),
  men: words('Esteban, Óscar, Selvin, Wilfredo, José Ángel, Abner, Kevin, Rigoberto, Darío, Edwin, Elías, Marvin'),
  family: words(
    'Chinchilla, Quesada, Araya, Vargas, Tzul, Ajú, Menjívar, Zelaya, Pineda, Hernández, Solís, Mejía, Barrios, Coc, Alvarado, Núñez, Orellana, Cruz, Sandoval',
  ),
  double: true,
};
const antillean: NameStock = {
  language: 'es',
  women: words('Yahaira, Altagracia, Rosanna, Massiel, Yokasta, Marleny, Ana Iris, Escarlet, Dahiana, Carolin, Itzel, Mitzila'),
  men: words('Rafael, Starlin, Wander, Francis, Ángel Luis, Víctor, Joel, Amaury, Domingo, Eliezer, Abdiel, Rolando'),
  family: words(
    'De la Cruz, Encarnación, Polanco, Rosario, Santana, Batista, Ureña, Feliz, Guerrero, Mercedes, Castillo, Tejeda, Ábrego, Him, Samudio, Guzmán, Peralta, Reynoso, Núñez',
  ),
  double: true,
};
const brazilian: NameStock = {
  language: 'pt',
  women: words('Conceição, Letícia, Thaís, Beatriz, Jussara, Iracema, Simone, Débora, Luana, Patrícia, Vitória, Márcia'),
  men: words('João, Rafael, Caio, Thiago, Antônio, Edson, Márcio, Wellington, Luís, Ubiratã, Vinícius, Sérgio'),
  family: words(
    'Gonçalves, Araújo, Assunção, Figueirêdo, dos Santos, Nascimento, de Oliveira, Magalhães, Conceição, Yamada, Schmidt, Brandão, Teixeira, da Silva, Guimarães, Leão, Prado, Falcão, Reis',
  ),
  double: true,
};
const caribbean: NameStock = {
  language: 'en',
  women: words('Shanice, Kadian, Tamara, Keisha, Anjali, Shelly-Ann, Latoya, Marva, Indira, Renée, Crystal, Althea'),
  men: words('Andre, Damion, Kerron, Rajesh, Delroy, Jermaine, Curtis, Akeem, Vishnu, Leroy, Dwight, Marlon'),
  family: words(
    'Campbell, Whyte-Reid, Gordon, McKenzie, Joseph, Charles, Persaud, Ramkissoon, Baptiste, St. Louis, Alleyne, Braithwaite, Rolle, Cadogan, Singh, Francis, O’Garro, Usher, Prosper',
  ),
};
const haitian: NameStock = {
  language: 'fr',
  women: words('Rose-Laure, Mirlande, Nadège, Marie-Ange, Fabiola, Guerda, Widline, Islande, Roseline, Darline, Kettly, Yvrose'),
  men: words('Jean-Robert, Wilson, Frantz, Jocelyn, Evens, Rodolphe, Pierre-Louis, Wisly, Guerrier, Ricardo, Emmanuel, Fritz'),
  family: words(
    'Désir, Saint-Fleur, Étienne, Joseph, Toussaint, Dorvil, Jean-Baptiste, Célestin, Pierre, Exantus, Charles, Louissaint, Mésidor, Augustin, Belizaire, Estimé, Cadet, Noël, Lafleur',
  ),
};
const quebecker: NameStock = {
  language: 'fr',
  women: words('Mélanie, Geneviève, Josée, Maude, Sylvie, Annick, Catherine, Ève, Karine, Noémie, Rosalie, Chantal'),
  men: words('Étienne, Mathieu, François, Stéphane, Yannick, Guillaume, Luc, Benoît, Jérôme, Olivier, Gaétan, Simon'),
  family: words(
    'Tremblay, Gagnon, Côté, Bouchard, Bélanger, Lévesque, Poirier, Beaulieu, Thériault, Vollant, Desjardins, Nguyen, Lapointe, Ouellet, Caron, Hébert, Roy, Fortin, Leclerc',
  ),
};
const northern: NameStock = {
  language: 'en',
  women: words('Hannah, Danielle, Priya, Megan, Nicole, Aiyana, Grace, Rebecca, Maria, Leah, Teresa, Naomi'),
  men: words('Michael, Ethan, Jordan, Samuel, Luis, Patrick, Tyler, Harpreet, Daniel, Marcus, Kevin, Adam'),
  family: words(
    'Anderson, MacLeod, Chen, Ramirez, Johnson, Begay, Kowalski, Gill, Washington, O’Brien, Fraser, Nguyen, Miller, Papadakis, Redbird, Cohen, Jackson, Sinclair, Martin',
  ),
};
const surinamese: NameStock = {
  language: 'en',
  women: words('Shanti, Maureen, Ingrid, Sharmila, Wonny, Reina'),
  men: words('Ronald, Dinesh, Clyde, Soekarno, Stanley, Rakesh'),
  family: words('Pinas, Soekhai, Kromosoeto, Landveld, Jharap, Van Dijk, Lieveld, Amatredjo'),
};

const parts: readonly (readonly [NameStock, string])[] = [
  [southern, 'AR CL PY UY'],
  [andean, 'BO CO EC PE VE'],
  [central, 'CR GT HN MX NI SV'],
  [antillean, 'CU DO PA'],
  [brazilian, 'BR'],
  [caribbean, 'AG BB BS BZ DM GD GY JM KN LC TT VC'],
  [haitian, 'HT'],
  [northern, 'CA US'],
  [surinamese, 'SR'],
];
const byCountry = new Map(parts.flatMap(([stock, countries]) => countries.split(' ').map((country) => [country, stock] as const)));

/** The names that people of an institution carry; `code` begins with its country. */
export const namesAt = (code: string): NameStock => (code === 'CA-ENPQ' ? quebecker : byCountry.get(code.slice(0, 2))!);

/** Words for ranks, lowest first: for a woman, for a man. */
export const ranks: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  es: [
    ['Agente', 'Agente'],
    ['Cabo', 'Cabo'],
    ['Sargenta', 'Sargento'],
    ['Inspectora', 'Inspector'],
    ['Teniente', 'Teniente'],
  ],
  pt: [
    ['Agente', 'Agente'],
    ['Escrivã', 'Escrivão'],
    ['Papiloscopista', 'Papiloscopista'],
    ['Perita', 'Perito'],
    ['Delegada', 'Delegado'],
  ],
  en: [
    ['Constable', 'Constable'],
    ['Corporal', 'Corporal'],
    ['Sergeant', 'Sergeant'],
    ['Inspector', 'Inspector'],
    ['Superintendent', 'Superintendent'],
  ],
  fr: [
    ['Agente', 'Agent'],
    ['Brigadière', 'Brigadier'],
    ['Sergente', 'Sergent'],
    ['Inspectrice', 'Inspecteur'],
    ['Commissaire', 'Commissaire'],
  ],
};
