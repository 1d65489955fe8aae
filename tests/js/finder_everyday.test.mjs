import assert from "node:assert/strict";
import test from "node:test";

import { COMMON_KEYS, beforeLandmark, dropCommon, isCommonPiece, onlyAsks, spokenNumber, withoutEndings } from "../../overrides/assets/javascripts/finder/everyday.js";
import { keys } from "../../overrides/assets/javascripts/finder/hangul.js";

test("the name that all offices share is taken out wherever it stands", () => {
  for (const name of ["행복마을관리소", "경기행복마을관리소", "경기 행복마을관리소", "행복 마을 관리소", "마을관리소", "관리소", "관리 사무소", "행복관리소"]) {
    const { rest, common } = dropCommon(`산본1동 ${name}`);
    assert.deepEqual([rest.trim(), common], ["산본1동", true], name);
  }
  assert.deepEqual(dropCommon("산본1동"), { rest: "산본1동", common: false });
});

test("a piece of that name means every office", () => {
  assert.equal(COMMON_KEYS, keys("경기행복마을관리소"));
  assert.ok(["마을관리", "복마", "관리ㅅ"].every((word) => isCommonPiece(keys(word))));
  assert.ok(!["관", "하남"].some((word) => isCommonPiece(keys(word))));
});

test("words that only ask are known; names of places are not among them", () => {
  assert.ok(["어디예요", "어디에", "알려줘", "있나요", "싶어요", "주세요", "제일", "where"].every(onlyAsks));
  assert.ok(!["신장1동", "하남", "수택동", "법원읍", "이동면", "가산면", "고양시", "열미리", "수리동"].some(onlyAsks));
});

test("particles and endings come off", () => {
  assert.ok(withoutEndings("하남에서").includes("하남"));
  assert.ok(withoutEndings("동두천에도").includes("동두천"));
  assert.ok(withoutEndings("칼을").includes("칼"));
  assert.deepEqual(withoutEndings("산본"), []);
});

test("numbers as they are spoken", () => {
  assert.equal(spokenNumber("신장일동"), "신장1동");
  assert.equal(spokenNumber("금촌삼동"), "금촌3동");
  assert.equal(spokenNumber("화도읍"), "화도읍");
});

test("a landmark has a name before it, unless it is only the word for one", () => {
  assert.deepEqual(["하남시청", "금정역", "수리산역", "신장"].map(beforeLandmark), ["하남", "금정", "수리산", null]);
  assert.deepEqual(["도서관", "역"].map(beforeLandmark), [null, null]);
});
