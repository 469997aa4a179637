// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_place.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// A Compose file as a form: plain values. Pointers are JSON pointers into the file.
namespace mediahelm::control {

enum class FormSection { general, network, storage, environment, health, resources, devices, labels, mediahelm };

enum class FieldKind {
    text,
    number,
    boolean, // "true" and "false"
    choice, // one of `values`, or, where it is open, something else
    texts, // rows of one cell
    pairs, // name, value
    ports, // address and port of the host, port of the container, protocol
    mounts, // source, target, "true" where it is read only
    devices, // of the host, in the container, rights
};

// Where a value is written.
struct FieldOrigin {
    enum class Kind {
        nowhere,
        here,
        alias, // *name stands here for it
        merged, // "<<" brings it
        extended, // another service of the file has it, which this one extends
    };

    Kind kind = Kind::nowhere;
    QString name; // of the anchor, or of the other service
    model::Place place; // of the value; line 0 where there is none

    friend bool operator==(const FieldOrigin &, const FieldOrigin &) = default;
};

// Why a field or a row cannot be changed by a form.
enum class FormLock {
    none,
    alias, // it is written elsewhere, and an alias stands for it here
    merged, // it is merged in, and a part of it here would hide the rest
    shape, // it is written in a way that has no columns
};

struct FormCell {
    QString text; // as written, without quotes
    bool isSet = false; // there is such a cell; false also for NAME without a value
    QString resolved; // with its variables filled in; empty where it has none
    bool hidden = false; // a secret is in it, so nothing is resolved

    friend bool operator==(const FormCell &, const FormCell &) = default;
};

struct FormRow {
    QString pointer; // of the item or pair
    QList<FormCell> cells; // as the field's kind has columns
    FormLock lock = FormLock::none;
    model::Place place;

    friend bool operator==(const FormRow &, const FormRow &) = default;
};

struct FormField {
    QString pointer; // "/services/NAME/KEY"
    FieldKind kind = FieldKind::text;
    FormSection section = FormSection::general;
    QString title; // from the schema, as are the following
    QString documentation;
    QStringList examples;
    QStringList values; // of a choice
    bool isOpen = true; // a choice may be something else, such as a reference to a variable
    std::optional<double> least; // of a number
    std::optional<double> most;

    FieldOrigin origin;
    FormLock lock = FormLock::none;
    int places = 0; // of the file where an alias stands for this very value
    FormCell value; // of a field of one value
    QList<FormRow> rows; // of one with rows

    friend bool operator==(const FormField &, const FormField &) = default;
};

struct ServiceForm {
    QString name;
    QString pointer;
    model::Span span; // from its name to the end of what belongs to it
    QList<FormField> fields; // by section

    friend bool operator==(const ServiceForm &, const ServiceForm &) = default;
};

struct ComposeForm {
    QList<ServiceForm> services; // in the order of the file

    friend bool operator==(const ComposeForm &, const ComposeForm &) = default;
};

} // namespace mediahelm::control
