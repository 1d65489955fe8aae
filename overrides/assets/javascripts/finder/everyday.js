/** Words of Korean that carry no place and no service in a question: what a resident says around them. */

/** What every office is called, in the forms that people use, and the province: said alone, all offices are meant. */
const COMMON =
  /(?:경기도?\s*)?행복\s*마을(?:\s*(?:지킴이\s*)?(?:관리\s*(?:사무소|소)|센터|사무소))?|(?:행복|마을)\s*관리\s*(?:사무소|소)|관리\s*사무소|관리소|경기도|gyeonggi(?:-?do)?|(?:happy\s+)?village\s+(?:management\s+)?office/giu;

/** Keys of the whole name, of which a piece such as 마을관리 still means every office. */
export const COMMON_KEYS = "rudrlgodqhrakdmfrhksflth"; // 경기행복마을관리소
const COMMON_PIECE_MIN = 5; // keys; two syllables

/** Words around a question, whole. */
const ASKED_WORDS = new Set(
  (
    "수 곳 것 거 게 데 데가 데는 좀 길 때 법 시 시에 시쯤 할 줄 그 이 저 왜 및 또 더 꼭 다 잘 해 요 네 예 제일 가장 정말 너무 매우 혹시 지금 오늘 내일 주말 " +
    "우리 우리집 집에 집에서 집이 저희 저는 제가 나는 내가 동네 동네에 하나 전화 번호 시간 위치 주소 확인 문의 신청 부탁 안내 검색 무료 가능 센터 사무소 지킴이 그리고 그런데 근데 이랑 가는 가면 가고 " +
    "where is are the in of a an to for my me i how can do you office offices near nearest city village happy center centre please help find"
  ).split(" "),
);

/** Stems with which only words of asking begin. */
const ASKED_STEMS =
  /^(?:어디|어딘|어느|어떻|무엇|뭐|뭘|언제|몇|누가|누구|얼마|있[나는어을습다죠지는]|없[나는어을습다죠지]|알려|알고\s?싶|가르쳐|찾[아고는을기]|보여|말해|주세|주시|주나|주는|주실|주죠|줘|해요|해줘|해주|해도|하나요|하는|하고|하려|합니|싶|가까|근처|주변|부근|시까지|시부터|전화번호|연락처|가야|가려|가요|많[아이은]|사는데|살아|살고|계세|계신|계시|쓰는|필요|되나|될까|되는|되어|돼|가능|열려|열어|열리|여나|여는|운영|영업|부탁|도와|안녕)/u;

/** Particles and endings that stand behind a name or a noun, longest first. */
const ENDING =
  /(?:에서는|에서도|에서|에게|에는|에도|에요|에|이에요|이예요|예요|입니다|인가요|인데요|인데|이나|이랑|이요|으로|에선|까지|부터|하고|한테|처럼|보다|마다|만|은|는|이|가|을|를|의|도|로|와|과|랑|나|요|쪽|근처|주변|부근|빌려주세요|빌려줘|대여|서비스|빌리기|해주세요|해줘|해요|하기|하고|하는|하려고|하나요|신청|사는)$/u;

/** Places that take their names from the 동 or the city around them. */
const LANDMARK =
  /(?:신도시|지구|시청|군청|구청|역|터미널|시장|(?:행정)?복지센터|주민(?:자치)?센터|[읍면동]사무소|보건소|우체국|경찰서|파출소|도서관|공원|초등학교|중학교|고등학교|대학교|병원|아파트|주공)$/u;

const SPOKEN = "일이삼사오육칠팔구";
const SPOKEN_NUMBER = new RegExp(`([${SPOKEN}])([동리가])$`, "u");

/** The question without the name that all offices share, and whether that name was in it. */
export function dropCommon(text) {
  const rest = text.replace(COMMON, " ");
  return { rest, common: rest !== text };
}

/** Whether a word only asks; tried after the data does not know the word. */
export function onlyAsks(word) {
  return ASKED_WORDS.has(word.toLowerCase()) || ASKED_STEMS.test(word);
}

/** Whether keys are a piece of the name that all offices share. */
export function isCommonPiece(keys) {
  return keys.length >= COMMON_PIECE_MIN && COMMON_KEYS.includes(keys);
}

/** A name whose number is written as it is spoken: 신장일동 is 신장1동. */
export function spokenNumber(word) {
  return word.replace(SPOKEN_NUMBER, (_, number, unit) => `${SPOKEN.indexOf(number) + 1}${unit}`);
}

/** A word with one, two and three endings taken off. */
export function withoutEndings(word) {
  const forms = [];
  let form = word;
  for (let times = 0; times < 3; times += 1) {
    const shorter = form.replace(ENDING, "");
    if (shorter === form || shorter === "") break;
    forms.push(shorter);
    form = shorter;
  }
  return forms;
}

/** The name before a landmark, 금정 of 금정역; null for a word that is none. */
export function beforeLandmark(word) {
  const name = word.replace(LANDMARK, "");
  return name !== word && name.length > 1 ? name : null;
}
