// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_forms.h"

#include "core/base/pending.h"
#include "core/control/configuration/form_writer.h"

namespace mediahelm::fakes {

using base::Error;
using base::ErrorKind;
using base::finishedWith;
using base::Result;
using control::ComposeForm;
using control::FormReader;

struct FakeForms::Parts {
    workspace::FileSchemas schemas;
    QList<control::FormFieldKind> fields = control::formFields(control::SchemaGuide(schemas));
};

FakeForms::FakeForms() = default;
FakeForms::~FakeForms() = default;

QFuture<Result<ComposeForm>> FakeForms::form(const QString &, const QByteArray &text)
{
    if (!m_parts)
        m_parts = std::make_unique<Parts>();
    const workspace::YamlReading reading = workspace::readYaml(text);
    if (!reading.ok())
        return finishedWith<ComposeForm>(Error{ErrorKind::invalid, reading.problem->text(), {}});
    const auto lookup = [this](const QString &name) {
        return variables.contains(name) ? std::optional(variables.value(name)) : std::nullopt;
    };
    const FormReader::Variables known{lookup, secrets};
    return finishedWith<ComposeForm>(FormReader(reading.document, m_parts->fields, known).form());
}

QFuture<Result<QByteArray>> FakeForms::withField(const QString &, const QByteArray &text, const control::FormEdit &edit)
{
    if (!m_parts)
        m_parts = std::make_unique<Parts>();
    const workspace::YamlReading reading = workspace::readYaml(text);
    if (!reading.ok())
        return finishedWith<QByteArray>(Error{ErrorKind::invalid, reading.problem->text(), {}});
    const FormReader::Variables none{[](const QString &) { return std::optional<QString>(); }, {}};
    const auto written =
        control::writeField(reading.document, FormReader(reading.document, m_parts->fields, none), edit);
    return finishedWith<QByteArray>(written ? Result<QByteArray>(written->bytes) : Result<QByteArray>(written.error()));
}

} // namespace mediahelm::fakes
