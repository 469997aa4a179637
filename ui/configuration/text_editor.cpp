// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/text_editor.h"

#include "ui/configuration/editor_marks.h"
#include "ui/style/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr int dwellMilliseconds = 500;

QByteArray markOf(const QByteArray &bytes)
{
    const QByteArray mark = QByteArrayLiteral("\xef\xbb\xbf");
    return bytes.startsWith(mark) ? mark : QByteArray();
}

QsciScintilla::EolMode eolOf(const QByteArray &bytes)
{
    const qsizetype at = bytes.indexOf('\n');
    return at > 0 && bytes.at(at - 1) == '\r' ? QsciScintilla::EolWindows : QsciScintilla::EolUnix;
}

} // namespace

TextEditor::TextEditor(Syntax syntax, QWidget *parent)
    : QsciScintilla(parent)
    , m_syntax(syntax)
{
    setUp();
    dress();
    connect(this, &QsciScintilla::textChanged, this, [this] {
        ++m_generation;
        updateMargin();
        markVisible();
        Q_EMIT edited();
    });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int what) {
        if (what & (SC_UPDATE_V_SCROLL | SC_UPDATE_H_SCROLL))
            markVisible();
    });
    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, [this](int character) {
        if (character < 0x10000)
            Q_EMIT typed(QChar(char16_t(character)));
    });
    connect(this, &QsciScintillaBase::SCN_DWELLSTART, this, [this](int position, int x, int y) {
        if (position >= 0)
            Q_EMIT rested(position + bom(), {x, y});
    });
    connect(this, &QsciScintillaBase::SCN_DWELLEND, this, [this](int, int, int) { Q_EMIT restEnded(); });
}

void TextEditor::setUp()
{
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setTabWidth(2);
    setIndentationsUseTabs(false);
    setTabIndents(true);
    setBackspaceUnindents(true);
    setAutoIndent(true);
    setIndentationGuides(true);
    setBraceMatching(SloppyBraceMatch);
    setCaretLineVisible(true);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    SendScintilla(SCI_SETSELEOLFILLED, 0UL);
    SendScintilla(SCI_SETMOUSEDWELLTIME, dwellMilliseconds);
    SendScintilla(SCI_SETMULTIPLESELECTION, 0UL);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, long(space::tiny));
    SendScintilla(SCI_SETEXTRAASCENT, 1UL);
    SendScintilla(SCI_SETEXTRADESCENT, 1UL);
    setMarginType(0, NumberMargin);
    setMarginType(1, SymbolMargin);
    setMarginWidth(1, space::large);
    setMarginMarkerMask(1, marks::allMarkers);
    if (QsciLexer *lexer = makeLexer(m_syntax, this)) {
        setLexer(lexer);
        if (m_syntax == Syntax::yaml)
            setFolding(BoxedFoldStyle, 2);
    }
    marks::define(*this);
    // Keys that the window or the page has a use for.
    for (const int key : {int('L'), int('T'), int('D'), int('K'), int('J')})
        SendScintilla(SCI_CLEARCMDKEY, key + (SCMOD_CTRL << 16));
}

void TextEditor::dress()
{
    const Palette &palette = paletteOf(this);
    const QFont fixed = fixedFont(font());
    if (QsciLexer *own = lexer()) {
        dressLexer(*own, palette, fixed);
    } else {
        setFont(fixed);
        setColor(palette.text);
        setPaper(palette.surface);
    }
    setCaretForegroundColor(palette.text);
    setCaretLineBackgroundColor(palette.hover);
    setSelectionBackgroundColor(palette.selection);
    SendScintilla(SCI_SETSELFORE, 0UL, 0L);
    setMarginsFont(fixed);
    setMarginsForegroundColor(palette.textMuted);
    setMarginsBackgroundColor(palette.window);
    setFoldMarginColors(palette.window, palette.window);
    setMatchedBraceBackgroundColor(palette.selection);
    setMatchedBraceForegroundColor(palette.text);
    setUnmatchedBraceForegroundColor(palette.tone(Tone::bad).text);
    setUnmatchedBraceBackgroundColor(palette.surface);
    setIndentationGuidesForegroundColor(palette.line);
    setIndentationGuidesBackgroundColor(palette.surface);
    marks::dress(*this, palette);
    updateMargin();
}

void TextEditor::updateMargin()
{
    const int digits = std::max(3, int(QString::number(lines()).size()));
    const QString widest = QString(digits + 1, u'8');
    if (marginWidth(0) == 0 || property("mediahelm.digits").toInt() != digits) {
        setProperty("mediahelm.digits", digits);
        setMarginWidth(0, widest);
    }
}

void TextEditor::load(const QByteArray &bytes)
{
    m_mark = markOf(bytes);
    const QByteArray text = bytes.sliced(m_mark.size());
    const bool locked = isReadOnly();
    setReadOnly(false);
    setEolMode(eolOf(text));
    const QSignalBlocker quiet(this);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(text.size()), text.constData());
    SendScintilla(SCI_SETUNDOCOLLECTION, 1UL);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    SendScintilla(SCI_SETSAVEPOINT);
    SendScintilla(SCI_GOTOPOS, 0UL);
    setReadOnly(locked);
    ++m_generation;
    updateMargin();
    markVisible();
}

QByteArray TextEditor::raw() const
{
    const auto length = qsizetype(SendScintilla(SCI_GETLENGTH));
    const auto *text = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return {text, length};
}

QByteArray TextEditor::bytes() const
{
    return m_mark + raw();
}

void TextEditor::put(int from, int to, const QByteArray &text)
{
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(from), static_cast<long>(to));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(text.size()), text.constData());
}

void TextEditor::replaceAll(const QByteArray &bytes)
{
    const QByteArray before = raw();
    const QByteArray after = bytes.sliced(markOf(bytes).size());
    m_mark = markOf(bytes);
    const auto [differs, other] = std::mismatch(before.cbegin(), before.cend(), after.cbegin(), after.cend());
    const auto head = int(differs - before.cbegin());
    int tail = 0;
    while (tail < before.size() - head && tail < after.size() - head
           && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    if (head == before.size() && before.size() == after.size())
        return;
    beginUndoAction();
    put(head, int(before.size()) - tail, after.sliced(head, after.size() - head - tail));
    endUndoAction();
}

void TextEditor::replaceInPlace(const QByteArray &bytes)
{
    const QByteArray before = raw();
    const QByteArray after = bytes.sliced(markOf(bytes).size());
    const auto differs = std::mismatch(before.cbegin(), before.cend(), after.cbegin(), after.cend()).first;
    const long changed = SendScintilla(SCI_LINEFROMPOSITION, long(differs - before.cbegin()));
    const long lines = SendScintilla(SCI_GETLINECOUNT);
    const long topShown = SendScintilla(SCI_GETFIRSTVISIBLELINE);
    const long top = SendScintilla(SCI_DOCLINEFROMVISIBLE, topShown);
    const long offset = topShown - SendScintilla(SCI_VISIBLEFROMDOCLINE, top);
    const int scrolled = int(SendScintilla(SCI_GETXOFFSET));
    replaceAll(bytes);
    const long moved = changed < top ? SendScintilla(SCI_GETLINECOUNT) - lines : 0;
    SendScintilla(SCI_SETFIRSTVISIBLELINE, SendScintilla(SCI_VISIBLEFROMDOCLINE, top + moved) + offset);
    SendScintilla(SCI_SETXOFFSET, scrolled);
}

void TextEditor::forgetUndo()
{
    SendScintilla(SCI_EMPTYUNDOBUFFER);
}

bool TextEditor::apply(const QList<model::TextPatch> &patches)
{
    const qsizetype size = bytes().size();
    QList<model::TextPatch> ordered = patches;
    for (const model::TextPatch &patch : std::as_const(ordered)) {
        if (patch.span.begin < bom() || patch.span.end < patch.span.begin || patch.span.end > size)
            return false;
    }
    // From behind, so that what is before stays where it is.
    std::ranges::stable_sort(ordered, {}, [](const model::TextPatch &patch) { return patch.span.begin; });
    beginUndoAction();
    for (auto patch = ordered.crbegin(); patch != ordered.crend(); ++patch)
        put(int(patch->span.begin) - bom(), int(patch->span.end) - bom(), patch->text);
    endUndoAction();
    return true;
}

void TextEditor::replaceSpan(const model::Span &span, const QByteArray &text)
{
    if (!apply({{span, text}}))
        return;
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(span.begin - bom() + text.size()));
}

qsizetype TextEditor::cursorByte() const
{
    return qsizetype(SendScintilla(SCI_GETCURRENTPOS)) + bom();
}

void TextEditor::select(const model::Span &span)
{
    const long begin = std::max<long>(0, span.begin - bom());
    const long end = std::max<long>(0, span.end - bom());
    const auto line = int(SendScintilla(SCI_LINEFROMPOSITION, begin));
    SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, line);
    SendScintilla(SCI_SETSEL, begin, end);
    SendScintilla(SCI_VERTICALCENTRECARET);
}

void TextEditor::goTo(const model::Place &place)
{
    const int position = toPosition(place);
    select({position + bom(), position + bom()});
}

model::Place TextEditor::cursorPlace() const
{
    const long position = SendScintilla(SCI_GETCURRENTPOS);
    const auto line = int(SendScintilla(SCI_LINEFROMPOSITION, position));
    const long begin = SendScintilla(SCI_POSITIONFROMLINE, line);
    const auto column = int(SendScintilla(SCI_COUNTCHARACTERS, begin, position));
    return {line + 1, column + 1, column + 1};
}

QRect TextEditor::cursorRect() const
{
    const long position = SendScintilla(SCI_GETCURRENTPOS);
    const auto x = int(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, position));
    const auto y = int(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, position));
    const auto line = SendScintilla(SCI_LINEFROMPOSITION, position);
    const auto height = int(SendScintilla(SCI_TEXTHEIGHT, line));
    return {viewport()->mapTo(this, QPoint(x, y)), QSize(2, height)};
}

bool TextEditor::event(QEvent *event)
{
    // What the page has keys for is not the editor's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool command = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
        const bool editing = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
            || key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut) || key->matches(QKeySequence::Paste)
            || key->matches(QKeySequence::SelectAll);
        if (command && !editing) {
            event->ignore();
            return false;
        }
    }
    return QsciScintilla::event(event);
}

void TextEditor::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
    Q_EMIT keyOffered(event);
    if (event->isAccepted())
        return;
    event->accept();
    QsciScintilla::keyPressEvent(event);
}

void TextEditor::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier) {
        const QPoint at = event->position().toPoint();
        const long position =
            SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(at.x()), static_cast<long>(at.y()));
        if (position >= 0)
            Q_EMIT definitionAsked(position + bom());
        return;
    }
    QsciScintilla::mousePressEvent(event);
}

void TextEditor::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
}

} // namespace mediahelm::ui
