"""Rules about files, YAML and typing."""

from __future__ import annotations

from maeul.load.table.rule import Rules, error, warning

FILES: Rules = {
    # The file as a whole
    "file-missing": error("파일이 없습니다.", "'{file}' 파일을 만들거나 이름을 바로잡으세요."),
    "file-unreadable": error("파일을 읽을 수 없습니다({reason}).", "'{file}' 자리에 읽을 수 있는 보통 파일을 두세요."),
    "file-encoding": error(
        "UTF-8이 아닌 글자가 있습니다({found}).",
        "편집기에서 '다른 이름으로 저장'을 눌러 인코딩을 UTF-8로 바꾸어 저장하세요.",
    ),
    "file-bom": error(
        "파일 맨 앞에 보이지 않는 표시(BOM)가 있습니다.", "편집기에서 인코딩을 'UTF-8(BOM 없음)'으로 바꾸어 저장하세요."
    ),
    "file-control": error(
        "쓸 수 없는 보이지 않는 글자({found})가 있습니다.", "이 자리의 보이지 않는 글자를 지우고 다시 쓰세요."
    ),
    "file-empty": error("파일이 비어 있습니다.", "'{example}'처럼 쓰세요."),
    "file-shape": error("{whole}{whole:이} {expected}이어야 하는데 {found}입니다.", "'{example}'처럼 쓰세요."),
    "file-table": error(
        "표를 이 줄에서 읽을 수 없습니다.", "손으로 고친 곳을 되돌리거나, 저장소의 '{file}' 파일을 다시 받아 두세요."
    ),
    # YAML
    "yaml-syntax": error("YAML 문법이 맞지 않습니다: {problem}", "{advice}"),
    "text-width": error("폭이 넓은(전각) 글자 '{found}'{found:을} 썼습니다.", "'{typed}'{typed:으로} 고쳐 쓰세요."),
    "text-quotes": error(
        "둥근 따옴표로 값을 둘러쌌습니다({found}).", "곧은 따옴표로 바꾸어 {typed}{typed:으로} 고쳐 쓰세요."
    ),
    "text-space": warning("보통 빈칸이 아닌 빈칸이 있습니다.", "이 빈칸을 지우고 스페이스바로 한 칸 띄어 쓰세요."),
    "text-split": error(
        "자음과 모음이 따로 떨어진 한글 '{found}'{found:이} 있습니다. 보기에는 같아도 찾기에서 빠집니다.",
        "이 글을 지우고 '{typed}'{typed:으로} 다시 쓰세요.",
    ),
    "text-comment": warning(
        "'{found}'{found:은} 값이 아니라 설명으로 읽힙니다.",
        "값이면 '#'까지 값 전체를 큰따옴표로 둘러싸고, 설명이면 '#' 뒤에 빈칸을 넣어 쓰세요.",
    ),
    "yaml-alias": error(
        "'{found}'{found:은} 값을 다른 자리와 잇는 표시(별칭)라서 쓸 수 없습니다.",
        "이 자리에 값을 그대로 다시 쓰세요. 글이 정말 '{mark}'{mark:으로} 시작하면 값 전체를 큰따옴표로 둘러싸세요.",
    ),
    "yaml-tag": error(
        "'{found}'{found:은} 값의 종류를 바꾸는 표시(태그)라서 쓸 수 없습니다.",
        "이 표시를 지우세요. 글이 정말 '!'로 시작하면 값 전체를 큰따옴표로 둘러싸세요.",
    ),
    "yaml-key": error("쌍점(:) 앞에 항목 이름이 없습니다.", "쌍점 앞에 'name'처럼 항목 이름 하나만 쓰세요."),
    "yaml-deep": error(
        "묶음 안의 묶음이 너무 깊습니다({depth}단계 넘음).",
        "이 자리의 괄호나 들여쓰기를 줄여 '항목: 값' 모양으로 다시 쓰세요.",
    ),
    "yaml-documents": error(
        "'---' 줄로 파일이 둘로 나뉘어 있습니다.", "이 '---' 줄을 지워 모든 기록을 한 목록에 두세요."
    ),
    "record-start": error(
        "'{key}'{key:이} 다시 나오는데 새 기록이 '- '로 시작하지 않습니다.",
        "새 기록이면 이 줄을 '- {key}: …'처럼 줄 맨 앞의 '- '로 시작하고, 아니면 두 '{key}:' 가운데 하나를 지우세요.",
    ),
    "record-head": error(
        "여기부터 다른 기록으로 보이는데 '- id: …' 줄이 없습니다.", "이 줄 위에 그 기록의 '- id: …' 줄을 넣어 쓰세요."
    ),
    "record-cut": error(
        "기록 한가운데의 줄이 맨 앞의 '- '로 시작합니다.",
        "항목이면 '- '를 지워 빈칸 두 개로, 목록의 줄이면 빈칸 네 개로 들여 쓰고, 새 기록이면 '- id: …'부터 쓰세요.",
    ),
    "duplicate-key": error(
        "'{key}' 항목이 두 번 나옵니다. 먼저 쓴 것은 {first}행에 있습니다.", "둘 가운데 맞는 '{key}:' 하나만 남기세요."
    ),
}
