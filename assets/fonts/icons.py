"""Makes Icons.ttf: the few icons the window uses, out of Material Symbols Rounded, and its signs under their own
characters.

    pip install fonttools
    python3 icons.py MaterialSymbolsRounded-Regular.ttf MaterialSymbolsRounded-Regular.codepoints
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ICONS = """
add arrow_back arrow_downward arrow_drop_down arrow_drop_up arrow_forward arrow_right arrow_upward block
cancel check check_circle chevron_left chevron_right circle close content_copy contrast create_new_folder
dark_mode delete description done_all download drag_indicator drive_file_move edit error event expand_less
expand_more filter_list flag folder folder_open format_quote grid_on group help history home image info
keyboard label left_panel_close left_panel_open light_mode link match_case match_word menu merge more_horiz
more_vert palette pending person personal_injury play_arrow radio_button_unchecked redo refresh
regular_expression right_panel_close right_panel_open save search settings show_chart sort splitscreen_right
sticky_note_2 subdirectory_arrow_right swap_horiz table_chart task_alt text_decrease text_increase undo
visibility visibility_off warning
""".split()

SIGNS = {
    "✕": "close",
    "⇄": "swap_horiz",
    "→": "arrow_forward",
    "←": "arrow_back",
    "↑": "arrow_upward",
    "↓": "arrow_downward",
    "✓": "check",
    "⏵": "arrow_right",
}


def main(font_path: str, codepoints_path: str) -> None:
    lines = Path(codepoints_path).read_text().splitlines()
    points = {name: int(point, 16) for name, point in map(str.split, lines)}
    font = TTFont(font_path)
    glyphs = font.getBestCmap()
    for table in font["cmap"].tables:
        if table.isUnicode():
            for sign, name in SIGNS.items():
                table.cmap[ord(sign)] = glyphs[points[name]]
    options = subset.Options(layout_features=[], name_IDs=["*"], notdef_outline=True, glyph_names=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[points[name] for name in ICONS] + [ord(sign) for sign in SIGNS])
    subsetter.subset(font)
    font.save(Path(__file__).with_name("Icons.ttf"))


main(*sys.argv[1:])
