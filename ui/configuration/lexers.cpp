// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/lexers.h"

#include <QByteArray>

namespace mediahelm::ui {

namespace {

struct YamlInk {
    int style;
    Ink ink;
};

constexpr YamlInk yamlInks[] = {
    {QsciLexerYAML::Default, Ink::plain},           {QsciLexerYAML::Comment, Ink::comment},
    {QsciLexerYAML::Identifier, Ink::key},          {QsciLexerYAML::Keyword, Ink::number},
    {QsciLexerYAML::Number, Ink::number},           {QsciLexerYAML::Reference, Ink::reference},
    {QsciLexerYAML::DocumentDelimiter, Ink::sign},  {QsciLexerYAML::TextBlockMarker, Ink::sign},
    {QsciLexerYAML::SyntaxErrorMarker, Ink::fault}, {QsciLexerYAML::Operator, Ink::sign},
};

// The quote that a value leaves open at its end, behind a backslash none in double ones.
char openQuote(const QByteArray &line, qsizetype from, char quote)
{
    for (qsizetype i = from; i < line.size(); ++i) {
        const char c = line.at(i);
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (quote == '"' && c == '\\')
            ++i;
        else if (c == quote)
            quote = 0;
        else if (quote == 0 && c == '#' && i > 0 && (line.at(i - 1) == ' ' || line.at(i - 1) == '\t'))
            return 0;
    }
    return quote;
}

} // namespace

QString EnvLexer::description(int style) const
{
    return style >= 0 && style < inkCount ? QString::number(style) : QString();
}

void EnvLexer::styleText(int start, int end)
{
    QsciScintilla *const view = editor();
    if (!view || end <= start)
        return;
    // From the beginning of a line; a quote that is open there is found from the line before it on that closes all.
    int line = int(view->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, start));
    char quote = line > 0 ? char(view->SendScintilla(QsciScintilla::SCI_GETLINESTATE, line - 1)) : char(0);
    const int begin = int(view->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line));
    const int last = int(view->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, end));
    startStyling(begin);
    for (; line <= last; ++line) {
        const long from = view->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
        const long length = view->SendScintilla(QsciScintilla::SCI_LINELENGTH, line);
        QByteArray text(length, Qt::Uninitialized);
        view->SendScintilla(QsciScintilla::SCI_GETTEXTRANGE, int(from), int(from + length), text.data());
        const auto paint = [this](qsizetype count, Ink ink) {
            if (count > 0)
                setStyling(int(count), int(ink));
        };
        if (quote) {
            paint(text.size(), Ink::text);
            quote = openQuote(text, 0, quote);
        } else if (text.trimmed().startsWith('#')) {
            paint(text.size(), Ink::comment);
        } else if (const qsizetype equals = text.indexOf('='); equals >= 0) {
            const QByteArray value = text.sliced(equals + 1).trimmed();
            const qsizetype comment = text.indexOf(" #", equals);
            const bool quoted = value.startsWith('"') || value.startsWith('\'');
            quote = quoted ? openQuote(text, equals + 1, 0) : char(0);
            const qsizetype valueEnd = comment >= 0 && !quote && !quoted ? comment : text.size();
            paint(equals, Ink::key);
            paint(1, Ink::sign);
            paint(valueEnd - equals - 1, quoted ? Ink::text : Ink::plain);
            paint(text.size() - valueEnd, Ink::comment);
        } else {
            paint(text.size(), Ink::key);
        }
        view->SendScintilla(QsciScintilla::SCI_SETLINESTATE, line, int(quote));
    }
}

QsciLexer *makeLexer(Syntax syntax, QObject *parent)
{
    switch (syntax) {
    case Syntax::yaml: return new QsciLexerYAML(parent);
    case Syntax::env: return new EnvLexer(parent);
    case Syntax::plain: break;
    }
    return nullptr;
}

void dressLexer(QsciLexer &lexer, const Palette &palette, const QFont &font)
{
    lexer.setDefaultFont(font);
    lexer.setDefaultColor(palette.text);
    lexer.setDefaultPaper(palette.surface);
    lexer.setFont(font);
    lexer.setPaper(palette.surface);
    lexer.setColor(palette.text);
    if (qobject_cast<QsciLexerYAML *>(&lexer)) {
        for (const YamlInk &each : yamlInks)
            lexer.setColor(inkColor(palette, each.ink), each.style);
        return;
    }
    for (int ink = 0; ink < inkCount; ++ink)
        lexer.setColor(inkColor(palette, Ink(ink)), ink);
}

} // namespace mediahelm::ui
